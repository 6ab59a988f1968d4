import type { CustomerClaim } from '@/lib/claim/views'
import type { Locale } from '@/lib/i18n/locales'
import type { LinkFacts } from '@/lib/link/status'
import type { CustomerQuestions, LinkItem, OpenAmount, Redirects, SpecificCustomer } from '@/lib/link/views'
import type { Currency } from '@/lib/money/money'
import type { Instructions } from '@/lib/payment/instructions'
import type { PaymentMethod } from '@/lib/payment/methods'
import type { OrderStatus } from '@/lib/order/status'
import type { Mode } from '@/lib/shop/scope'

export type CheckoutShop = {
  name: string
  /** As the seller wrote it; null when customers cannot call. */
  phone: string | null
  locale: Locale
  timeZone: string
  createdAt: Date
  /** Where its logo lies, relative to this server; null: none. */
  logo: string | null
  /** `#rrggbb`; null: ours. */
  accentColor: string | null
  /** In the shop's own words, for whoever has paid. */
  thankYou: string | null
  supportEmail: string | null
  website: string | null
  /** Without the @. */
  instagram: string | null
}

/** A link as its customers see it. Amounts are in the currency's minor unit. */
export type CheckoutLink = LinkFacts & {
  id: string
  merchantId: string
  mode: Mode
  orderId: string
  slug: string
  title: string | null
  description: string | null
  /** The title, or the first item's name. */
  name: string
  /** With an open amount: the preset, else the minimum. */
  amount: number
  currency: Currency
  /** Null: the amount is fixed. */
  openAmount: OpenAmount | null
  items: LinkItem[]
  /** Those that the seller chose and that can carry the amount (an open one: any amount it allows). */
  methods: PaymentMethod[]
  /** Accounts of the shop that this link does not take. */
  accountsOff: readonly string[]
  customer: SpecificCustomer | null
  /** What an unnamed customer must tell; null: as on every link. */
  customerQuestions: CustomerQuestions | null
  /** The link's, else the shop's. */
  redirects: Redirects | null
  updatedAt: Date
  /** Goes up with every edit. */
  version: number
  /** Whether what a chat shows of the link says the price. */
  cardShowsPrice: boolean
  /** SHA-256 of the product picture on its card; null: none. */
  cardPicture: string | null
  shop: CheckoutShop
}

/** An order as its customer sees it, found by the secret in the address of its page. */
export type CheckoutOrder = {
  id: string
  token: string
  orderId: string
  slug: string
  linkId: string
  linkName: string
  mode: Mode
  /** Derived: a pending order past its deadline is expired. */
  status: OrderStatus
  amount: number
  currency: Currency
  items: LinkItem[]
  paymentMethod: PaymentMethod
  instructions: Instructions
  /** Part of `amount`: added to the price, taken off it when negative, 0 for none. */
  uniqueCode: number
  /** Other orders may expect the same amount. */
  needsMatching: boolean
  /** To whom and in which city goods go; the rest is nobody's business who only has this address. */
  shipsTo: { name: string; city: string } | null
  customerName: string
  expiresAt: Date
  paidAt: Date | null
  createdAt: Date
  /** What the customer said about having paid; null: nothing. */
  claim: CustomerClaim | null
  /** What went back, newest first. */
  refunds: CheckoutRefund[]
  /** Its link takes new orders, so this one may be given up for another method. */
  isLinkOpen: boolean
  /** The link's, else the shop's. */
  redirects: Redirects | null
  shop: CheckoutShop
}

/** Money that went back to the customer. */
export type CheckoutRefund = { amount: number; at: Date }
