import type { Currency } from '@/lib/money/money'
import type { LinkStatus } from './status'

/** What the screens and the payment page see of a link. Amounts are in the currency's minor unit. */

export type LinkItem = { name: string; price: number; quantity: number }

export type SpecificCustomer = { firstName: string; lastName: string; email: string; phone: string; notes: string }

export type LinkSummary = {
  id: string
  orderId: string
  slug: string
  /** The title, or the first item's name. */
  name: string
  itemCount: number
  amount: number
  currency: Currency
  /** Null: unlimited. */
  usageLimit: number | null
  usedCount: number
  heldCount: number
  status: LinkStatus
  customerName: string | null
  createdAt: Date
}

export type LinkPage = { links: LinkSummary[]; next: string | null }

export type LinkCounts = Record<LinkStatus | 'all', number>

export type LinkDetails = Omit<LinkSummary, 'itemCount' | 'customerName'> & {
  title: string | null
  description: string | null
  items: LinkItem[]
  startsAt: Date | null
  expiresAt: Date | null
  /** Empty: every method that the shop offers. */
  paymentMethods: string[]
  customer: SpecificCustomer | null
  deletedAt: Date | null
}

export type LinkTimelineEntry = { kind: 'link'; type: 'created' | 'paused' | 'resumed' | 'deleted' | 'restored'; at: Date }

export type NewLink = {
  id: string
  submissionId: string | null
  orderId: string
  slug: string
  title: string | null
  description: string | null
  amount: number
  currency: Currency
  items: LinkItem[]
  usageLimit: number | null
  startsAt: Date | null
  expiresAt: Date | null
  paymentMethods: string[]
  customer: SpecificCustomer | null
  searchText: string
  createdAt: Date
}
