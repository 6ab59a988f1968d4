import type { PaymentMethod } from '@/lib/payment/methods'
import type { OrderStatus } from './status'

/** Whoever's money was not found may pay after all, or send a better proof, for a day. */
export const REJECTED_FOR_MS = 24 * 60 * 60_000

/** What can be packed and sent because its money is there, and not all of it went back. */
export const SHIPPABLE = ['paid', 'partially_refunded'] as const satisfies OrderStatus[]

const statuses: readonly OrderStatus[] = SHIPPABLE

type Shipping = { status: OrderStatus; paymentMethod: PaymentMethod; shippedAt: Date | null }

/** Goods that are paid on delivery are sent before their money comes. */
export const isPaidOnDelivery = ({ status, paymentMethod }: Pick<Shipping, 'status' | 'paymentMethod'>): boolean => paymentMethod === 'cod' && status === 'pending'

export const isToPack = (order: Shipping): boolean => order.shippedAt === null && (statuses.includes(order.status) || isPaidOnDelivery(order))
