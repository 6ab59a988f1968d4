import 'server-only'
import { whatsappNumber } from '@/lib/link/whatsapp-number'
import type { MerchantScope } from '@/lib/shop/scope'
import { candidatesOf } from './candidates'
import { listPool } from './expected/store'
import type { CreditFilter } from './schema'
import { listCredits as list } from './store'
import type { CreditPage, WaitingPage } from './views'

export { listMoneyAccounts } from './source/store'

export async function listCredits(scope: MerchantScope, filter: CreditFilter): Promise<CreditPage> {
  const { credits, next } = await list(scope, filter)
  return { credits, next }
}

/** What the seller has to decide, with the orders that each could be for. */
export async function listWaiting(scope: MerchantScope, filter: Pick<CreditFilter, 'cursor'>): Promise<WaitingPage> {
  const { credits, next, accountIds } = await list(scope, filter, 'waiting')
  const times = credits.map(({ at }) => at.getTime())
  const span = { from: new Date(Math.min(...times)), until: new Date(Math.max(...times)) }
  const pools = new Map(await Promise.all([...new Set(accountIds.values())].map(async (accountId) => [accountId, await listPool(scope, accountId, span)] as const)))
  return {
    next,
    credits: credits.map((credit) => {
      const pool = credit.state === 'open' ? (pools.get(accountIds.get(credit.id) ?? '') ?? []) : []
      const candidates = candidatesOf(credit, pool).map(({ customerPhone, ...order }) => ({ ...order, customerPhone: customerPhone && whatsappNumber(customerPhone) }))
      return { ...credit, candidates }
    }),
  }
}
