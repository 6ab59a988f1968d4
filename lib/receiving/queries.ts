import 'server-only'
import type { Sql } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import type { Shop } from '@/lib/shop/store'
import { offersOf, TEST_OFFERS } from './rules'
import { listAccountsWithHistory, listReceivingAccounts } from './store'
import type { LiveSetup, Offer } from './views'

export { listAccountsWithHistory }

/** How customers of this mode can pay, and how much. Test mode asks nobody. */
export async function listOffers(scope: MerchantScope, on?: Sql): Promise<readonly Offer[]> {
  return scope.mode === 'test' ? TEST_OFFERS : offersOf(await listReceivingAccounts(scope, on))
}

/** What a shop still needs before its first real link. @param offers of live mode */
export function liveSetupOf({ name, phone }: Pick<Shop, 'name' | 'phone'>, offers: readonly Offer[]): LiveSetup {
  return { shopName: name, hasName: name.trim() !== '', hasWay: offers.length > 0, hasPhone: phone !== null }
}
