import type { OrderStatus } from './status'

/** What can be packed and sent: its money is there, and not all of it went back. */
export const SHIPPABLE = ['paid', 'partially_refunded'] as const satisfies OrderStatus[]

const statuses: readonly OrderStatus[] = SHIPPABLE

export const isToPack = ({ status, shippedAt }: { status: OrderStatus; shippedAt: Date | null }): boolean => shippedAt === null && statuses.includes(status)
