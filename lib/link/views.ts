import type { InternalNote } from '@/lib/link-message/schema'
import type { Currency } from '@/lib/money/money'
import type { OrderStatus } from '@/lib/order/status'
import type { PaymentMethod } from '@/lib/payment/methods'
import type { OfferedAccount } from '@/lib/receiving/views'
import type { LinkState, LinkStatus } from './status'

/** What the screens and the payment page see of a link. Amounts are in the currency's minor unit. */

export type LinkItem = {
  name: string
  /** Of one piece; below zero for a discount. */
  price: number
  quantity: number
  /** What the API may say of it besides (Midtrans' `item_details`). */
  sku?: string
  brand?: string
  category?: string
  merchantName?: string
}

/** The customer decides how much, between these; the preset stands in the field at first. */
export type OpenAmount = { minimum: number; maximum: number; preset: number | null }

export type CustomerField = 'name' | 'phone' | 'email'

/** What an unnamed customer must tell before paying; nothing required: they may go on without a word. */
export type CustomerQuestions = { required: CustomerField[] }

/** Where customers go after paying (Midtrans' finish, unfinish and error redirects). */
export type Redirects = { finish?: string; unfinish?: string; error?: string }

/** Webhook addresses of one link alone: instead of the shop's endpoints, or beside them. */
export type NotificationUrls = { override?: string[]; append?: string[] }

export type SpecificCustomer = { firstName: string; lastName: string; email: string; phone: string; notes: string }

export type LinkSummary = {
  id: string
  orderId: string
  slug: string
  /** The title, or the first item's name. */
  name: string
  itemCount: number
  /** With an open amount: the preset, else the minimum. */
  amount: number
  currency: Currency
  /** Null: the amount is fixed. */
  openAmount: OpenAmount | null
  /** Null: unlimited. */
  usageLimit: number | null
  usedCount: number
  heldCount: number
  status: LinkStatus
  customerName: string | null
  /** The specific customer's, as it was typed. */
  customerPhone: string | null
  expiresAt: Date | null
  createdAt: Date
}

export type LinkPage = { links: LinkSummary[]; next: string | null }

export type LinkCounts = Record<LinkStatus | 'all', number>

export type LinkDetails = Omit<LinkSummary, 'itemCount' | 'customerName' | 'customerPhone'> & {
  title: string | null
  description: string | null
  items: LinkItem[]
  startsAt: Date | null
  /** Empty: every method that the shop offers. */
  paymentMethods: string[]
  /** Accounts that customers are not offered, as far as the shop still has them. */
  accountsOff: OfferedAccount[]
  customer: SpecificCustomer | null
  /** Null: as on every link. */
  customerQuestions: CustomerQuestions | null
  redirects: Redirects | null
  notificationUrls: NotificationUrls | null
  customFields: Record<string, string> | null
  metadata: unknown
  deletedAt: Date | null
  /** The shop's own, never shown to customers. */
  internalNotes: InternalNote[]
}

export type LinkTimelineEntry = {
  kind: 'link'
  type: 'created' | 'edited' | 'paused' | 'resumed' | 'renewed' | 'closed' | 'deleted' | 'restored'
  at: Date
  /** Who it was; null for the shop's own server. */
  by: string | null
  /** Of an edit and of a renewal: what it changed, in the order of the details. */
  changes: LinkFieldChange[]
}

type Changed<Field extends string, Value> = { field: Field; from: Value; to: Value }

/** One value of a link before and after an edit. Times are ISO 8601. What is private or long says only that it changed. */
export type LinkFieldChange =
  | Changed<'title' | 'startsAt' | 'expiresAt', string | null>
  | Changed<'amount', number>
  | Changed<'state', LinkState>
  | Changed<'openAmount', OpenAmount | null>
  | Changed<'items', { name: string; quantity: number }[]>
  | Changed<'usageLimit', number | null>
  | Changed<'paymentMethods', string[]>
  | Changed<'questions', CustomerField[] | null>
  | { field: 'description' | 'customer' | 'accountsOff' | 'server' }

export type NewLink = LinkWish & {
  id: string
  amount: number
  searchText: string
  createdAt: Date
}

/** A link as it is wished for, by the form or the API; both have checked it by then. */
export type LinkWish = {
  submissionId: string | null
  orderId: string
  slug: string
  /** Of every amount in it, for ever. */
  currency: Currency
  title: string | null
  description: string | null
  items: LinkItem[]
  /** Null: the items' total is the amount. */
  openAmount: OpenAmount | null
  usageLimit: number | null
  startsAt: Date | null
  expiresAt: Date | null
  paymentMethods: string[]
  /** Accounts that customers are not offered; absent: none. */
  accountsOff?: readonly string[]
  customer: SpecificCustomer | null
  customerQuestions: CustomerQuestions | null
  redirects: Redirects | null
  notificationUrls: NotificationUrls | null
  /** custom_field1 to 3, given back in every notification. */
  customFields: Record<string, string> | null
  metadata: unknown
  /** What the API was told and only gives back. */
  apiDetails: Record<string, unknown> | null
}

/** A link with everything that is known of it, as the API tells it. */
export type LinkRecord = Omit<LinkDetails, 'name' | 'deletedAt' | 'internalNotes' | 'accountsOff'> & {
  number: number
  accountsOff: readonly string[]
  /** What the seller decided; `status` is what follows from it. */
  state: LinkState
  notificationUrls: LinkWish['notificationUrls']
  customFields: Record<string, string> | null
  metadata: unknown
  apiDetails: Record<string, unknown> | null
  /** Goes up with every edit. */
  version: number
  updatedAt: Date
  /** Of its newest order; null when there is none. */
  lastOrder: { status: OrderStatus; expiresAt: Date } | null
}

/** One attempt to pay a link. */
export type LinkOrder = { id: string; number: number; orderId: string; status: OrderStatus; paymentMethod: PaymentMethod; createdAt: Date; updatedAt: Date }
