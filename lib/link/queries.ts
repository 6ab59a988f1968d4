import 'server-only'
import { listRecentOrderEvents } from '@/lib/order/store'
import { countOrdersOfLink } from '@/lib/rollup/numbers/store'
import type { LinkOrderCounts, OrderTimelineEntry } from '@/lib/order/views'
import { listOffers } from '@/lib/receiving/queries'
import type { MerchantScope } from '@/lib/shop/scope'
import { findLinkRecord, findSlug, listLinkRecords } from './record/store'
import { hasUsableMethod } from './rules'
import { countLinks, findLink, isOrderIdTaken, listLinkEvents, listLinks } from './store'
import type { LinkDetails, LinkTimelineEntry } from './views'
import { whatsappNumber } from './whatsapp-number'

export { countLinks, findLinkRecord, findSlug, isOrderIdTaken, listLinkRecords, listLinks }

const TIMELINE_LENGTH = 30

export type LinkReport = {
  link: LinkDetails
  orders: LinkOrderCounts
  timeline: (LinkTimelineEntry | OrderTimelineEntry)[]
  /** A way of the shop that is on takes its amount. */
  canBePaid: boolean
  /** The specific customer's, as `wa.me` wants it. */
  whatsappNumber: string | null
}

/** Everything that the details page shows of one link; null when it is not this merchant's. */
export async function findLinkReport(scope: MerchantScope, id: string, at: Date): Promise<LinkReport | null> {
  const link = await findLink(scope, id, at)
  if (!link) return null
  const [orders, linkEvents, orderEvents, offers] = await Promise.all([
    countOrdersOfLink(scope, id, at),
    listLinkEvents(scope, id, TIMELINE_LENGTH),
    listRecentOrderEvents(scope, id, TIMELINE_LENGTH),
    listOffers(scope),
  ])
  const timeline = [...linkEvents, ...orderEvents].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, TIMELINE_LENGTH)
  const canBePaid = hasUsableMethod({ ...link, accountsOff: link.accountsOff.map(({ id: accountId }) => accountId) }, offers)
  return { link, orders, timeline, canBePaid, whatsappNumber: link.customer ? whatsappNumber(link.customer.phone) : null }
}
