import 'server-only'
import { countOpenClaims } from '@/lib/claim/queries'
import type { MerchantScope } from '@/lib/shop/scope'
import { daysOf, homePeriod, methodsOf, numbersOf, pendingToday } from './rules'
import { COUNTED_OPEN, countOpen, findConversion, findCounts, hasLinks, listExpiring } from './store'
import type { Home } from './views'

export { findConversion }

/** What a seller sees first, by the shop's calendar. Its time does not depend on how many orders there are. */
export async function findHome(scope: MerchantScope, { timeZone, at }: { timeZone: string; at: Date }): Promise<Home> {
  const period = homePeriod({ timeZone, at })
  const [{ counts, best }, open, waiting, expiring, isOld] = await Promise.all([
    findCounts(scope, period), countOpen(scope, period, at), countOpenClaims(scope), listExpiring(scope, at), hasLinks(scope),
  ])
  return {
    isNew: !isOld,
    today: numbersOf(counts.filter(({ day }) => day === period.days.at(-1)), pendingToday(open)),
    week: numbersOf(counts, open),
    days: daysOf(counts, period.days),
    methods: methodsOf(counts),
    isPendingCut: open.reduce((sum, { count }) => sum + count, 0) > COUNTED_OPEN,
    best, waiting, expiring,
  }
}
