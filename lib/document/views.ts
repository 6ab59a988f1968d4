import type { LinkFacts as LinkStanding } from '@/lib/link/status'
import type { LinkItem } from '@/lib/link/views'
import type { Currency } from '@/lib/money/money'
import type { Instructions } from '@/lib/payment/instructions'
import type { PaymentMethod } from '@/lib/payment/methods'
import type { OrderStatus } from '@/lib/order/status'
import type { Mode } from '@/lib/shop/scope'
import type { ShopAddress } from '@/lib/shop/profile/views'

/** What a receipt or an invoice is made of. Amounts in minor units. */

export type DocumentShop = {
  name: string
  phone: string | null
  timeZone: string
  supportEmail: string | null
  website: string | null
  instagram: string | null
  address: Partial<ShopAddress> | null
  thankYou: string | null
  accentColor: string | null
  /** PNG; null: none. */
  logo: Buffer | null
}

export type DocumentCustomer = { name: string; phone: string | null; email: string | null }

/** `reason` is what the seller gave, and what the customer is told. */
export type DocumentRefund = { amount: number; at: Date; reason: string; channel: 'rail' | 'manual' }

export type OrderFacts = {
  shop: DocumentShop
  mode: Mode
  slug: string
  token: string
  orderId: string
  locale: string
  /** As stored: the clock may have ended it meanwhile, see `expiresAt`. */
  status: OrderStatus
  currency: Currency
  items: LinkItem[]
  /** What was paid, or is to be paid; what was asked is `askedAmount`. */
  amount: number
  /** The order that brought what was missing of it. */
  rest: { orderId: string; amount: number } | null
  uniqueCode: number
  paymentMethod: PaymentMethod
  instructions: Instructions
  customer: DocumentCustomer
  createdAt: Date
  expiresAt: Date
  paidAt: Date | null
  /** What went back, oldest first. */
  refunds: DocumentRefund[]
}

/** A link that was made for one named customer, for its proforma invoice. */
export type LinkFacts = LinkStanding & {
  shop: DocumentShop & { locale: string }
  mode: Mode
  slug: string
  orderId: string
  currency: Currency
  items: LinkItem[]
  amount: number
  description: string | null
  customer: DocumentCustomer
  createdAt: Date
}
