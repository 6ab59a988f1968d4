import { PAYMENT_METHOD_NAMES } from '@/lib/payment/methods'
import { addressReader, choiceField, cursorField, idField, searchField, type FilterOf } from '@/lib/platform/filter'

export const ORDER_STATUSES = ['pending', 'authorized', 'in_review', 'paid', 'paid_late', 'partially_refunded', 'refunded', 'denied', 'cancelled', 'expired'] as const

/** What a seller looks for, where it is more than one status. */
export const ORDER_GROUPS = {
  /** Nothing happens to these until the seller does something; neither to those with a difference left to settle, whatever their status. */
  to_do: ['authorized', 'in_review', 'paid_late'],
  sent_back: ['partially_refunded', 'refunded'],
  not_completed: ['denied', 'cancelled', 'expired'],
} as const satisfies Record<string, (typeof ORDER_STATUSES)[number][]>

export type OrderGroup = keyof typeof ORDER_GROUPS
const GROUP_NAMES = Object.keys(ORDER_GROUPS) as OrderGroup[]

export const isOrderGroup = (name: string): name is OrderGroup => Object.hasOwn(ORDER_GROUPS, name)

/** The orders page's address: `/orders?q=…&status=…&method=…&link=…&cursor=…`. */
export const ORDER_FILTER = { q: searchField, status: choiceField([...ORDER_STATUSES, ...GROUP_NAMES]), method: choiceField(PAYMENT_METHOD_NAMES), link: idField, cursor: cursorField }
export type OrderFilter = FilterOf<typeof ORDER_FILTER>

export const orderFilter = addressReader(ORDER_FILTER)
