import 'server-only'
import { hasMailServer } from '@/lib/email/mail-server'
import { listReceivingAccounts } from '@/lib/receiving/store'
import type { Seller } from '@/lib/auth/seller'
import { listOffers, liveSetupOf } from '@/lib/receiving/queries'
import { isReady } from '@/lib/receiving/views'
import { doneSteps, verificationOf } from './rules'
import { findIdentity, listAccountConfirmations, requireEmailStanding } from './store'
import type { LiveStart, Verification } from './views'

/** Where the shop and who is signed in stand with each step of the checklist. */
export async function findVerification({ scope, shop }: Pick<Seller, 'scope' | 'shop'>, at: Date): Promise<Verification> {
  if (scope.userId === null) throw new Error('only a person has a checklist')
  const [identity, email, accounts, confirmations] = await Promise.all([findIdentity(scope), requireEmailStanding(scope.userId), listReceivingAccounts(scope), listAccountConfirmations(scope)])
  return verificationOf({ shopName: shop.name, identity, email, canSend: hasMailServer(), accounts, confirmations }, at)
}

/** What a shop has of what its first real link needs; null in test mode. */
export async function findLiveStart(seller: Pick<Seller, 'scope' | 'shop'>, at: Date): Promise<LiveStart | null> {
  if (seller.scope.mode !== 'live') return null
  const setup = liveSetupOf(seller.shop, await listOffers(seller.scope))
  return { setup, verified: isReady(setup) ? 0 : doneSteps(await findVerification(seller, at)).length }
}
