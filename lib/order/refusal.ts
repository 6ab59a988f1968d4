import type { MessageKey } from '@/lib/platform/result'
import type { OrderStatus } from './status'

/** Why a seller cannot do this to an order: a sentence about what the order is, and what can be done instead. */
export const refusalOf = (status: OrderStatus): MessageKey => `orderIs.${status}`
