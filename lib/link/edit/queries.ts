import 'server-only'
import type { Currency } from '@/lib/money/money'
import type { MerchantScope } from '@/lib/shop/scope'
import { findLinkRecordById } from '../record/store'
import { inputOfLink } from '../start/input-of-link'
import type { WholeContent } from '../start/content'
import { listLinkEvents } from '../store'
import type { LinkRecord, LinkTimelineEntry } from '../views'

export type EditableLink = {
  id: string
  orderId: string
  slug: string
  name: string
  currency: Currency
  version: number
  usedCount: number
  heldCount: number
  /** As the form shows it. */
  content: WholeContent
  /** The newest edit, for whoever has an older version on the screen. */
  lastEdit: LinkTimelineEntry | null
}

const LOOKED_AT = 20

/** What the edit page shows; null for a link that is deleted, missing or another shop's. */
export async function findEditableLink(scope: MerchantScope, id: string, { timeZone, at }: { timeZone: string; at: Date }): Promise<EditableLink | null> {
  const [link, events] = await Promise.all([findLinkRecordById(scope, id, at), listLinkEvents(scope, id, LOOKED_AT)])
  if (!link) return null
  const { orderId, slug, currency, version, usedCount, heldCount } = link
  return {
    id, orderId, slug, currency, version, usedCount, heldCount, name: nameOf(link),
    content: inputOfLink(link, { timeZone }),
    lastEdit: events.find(({ type }) => type === 'edited' || type === 'renewed' || type === 'closed') ?? null,
  }
}

export const nameOf = ({ title, items, orderId }: Pick<LinkRecord, 'title' | 'items' | 'orderId'>): string => title ?? items[0]?.name ?? orderId
