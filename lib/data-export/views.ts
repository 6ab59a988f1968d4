import type { LinkItem } from '@/lib/link/views'
import type { LinkStatus } from '@/lib/link/status'
import type { Currency } from '@/lib/money/money'
import type { OrderStatus } from '@/lib/order/status'
import type { PaymentMethod } from '@/lib/payment/methods'
import type { Locale } from '@/lib/i18n/locales'
import type { ExportFormat, ExportKind, StartExportValues } from './schema'

export type ExportView = {
  id: string
  kind: ExportKind
  format: ExportFormat
  state: 'waiting' | 'running' | 'done' | 'cancelled'
  rowCount: number
  /** Null until they are counted. */
  totalCount: number | null
  /** False before it is made, and after it was removed. */
  hasFile: boolean
  createdAt: Date
  finishedAt: Date | null
}

export type ExportTask = { kind: ExportKind; format: ExportFormat; columns: string[]; filter: StartExportValues['filter']; locale: Locale; timeZone: string; at: Date }

/** Amounts are in the currency's minor unit. */
export type ExportedLink = {
  id: string
  createdAt: Date
  orderId: string
  name: string
  slug: string
  status: LinkStatus
  amount: number
  currency: Currency
  usedCount: number
  usageLimit: number | null
  customerName: string | null
  customerPhone: string | null
  customerEmail: string | null
  items: LinkItem[]
  description: string | null
  startsAt: Date | null
  expiresAt: Date | null
}

export type ExportedOrder = {
  id: string
  createdAt: Date
  orderId: string
  status: OrderStatus
  amount: number
  currency: Currency
  paymentMethod: PaymentMethod
  refundedAmount: number
  linkOrderId: string
  linkName: string
  customerName: string
  customerPhone: string | null
  customerEmail: string | null
  items: LinkItem[]
  paidAt: Date | null
  expiresAt: Date
  shippedAt: Date | null
}
