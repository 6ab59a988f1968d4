import 'server-only'
import { hasMailServer } from '@/lib/email/mail-server'
import { listReceivingAccounts } from '@/lib/receiving/store'
import type { Seller } from '@/lib/auth/seller'
import { verificationOf } from './rules'
import { findIdentity, listAccountConfirmations, requireEmailStanding } from './store'
import type { Verification } from './views'

/** Where the shop and who is signed in stand with each step of the checklist. */
export async function findVerification({ scope, shop }: Pick<Seller, 'scope' | 'shop'>, at: Date): Promise<Verification> {
  if (scope.userId === null) throw new Error('only a person has a checklist')
  const [identity, email, accounts, confirmations] = await Promise.all([findIdentity(scope), requireEmailStanding(scope.userId), listReceivingAccounts(scope), listAccountConfirmations(scope)])
  return verificationOf({ shopName: shop.name, identity, email, canSend: hasMailServer(), accounts, confirmations }, at)
}
