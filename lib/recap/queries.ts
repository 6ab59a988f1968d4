import 'server-only'
import type { MerchantScope } from '@/lib/shop/scope'
import type { RecapDay } from './rules'
import { findPaid, findToPack, findUnpaid } from './store'
import type { Recap } from './views'

/** What a seller tells about a day: who paid, who has not, what is to be packed. */
export async function findRecap(scope: MerchantScope, day: RecapDay, at: Date): Promise<Recap> {
  const [paid, unpaid, toPack] = await Promise.all([findPaid(scope, day), findUnpaid(scope, day, at), findToPack(scope, day, at)])
  return { paid, unpaid, toPack }
}
