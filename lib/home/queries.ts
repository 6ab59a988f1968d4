import 'server-only'
import { countOpenClaims } from '@/lib/claim/queries'
import type { MerchantScope } from '@/lib/shop/scope'
import { daysOf, homePeriod, methodsOf, numbersOf } from './rules'
import { findBestLinks, findConversion, findDays, hasLinks, listExpiring } from './store'
import type { Home } from './views'

export { findConversion }

/** What a seller sees first, by the shop's calendar. Its time does not depend on how many orders there are. */
export async function findHome(scope: MerchantScope, { timeZone, at }: { timeZone: string; at: Date }): Promise<Home> {
  const period = homePeriod({ timeZone, at })
  const [counts, best, waiting, expiring, isOld] = await Promise.all([
    findDays(scope, period, at), findBestLinks(scope, at), countOpenClaims(scope), listExpiring(scope, at), hasLinks(scope),
  ])
  return {
    isNew: !isOld,
    today: numbersOf(counts.filter(({ day }) => day === period.days.at(-1))),
    week: numbersOf(counts),
    days: daysOf(counts, period.days),
    methods: methodsOf(counts),
    best, waiting, expiring,
  }
}
