import type { Currency } from '@/lib/money/money'
import type { OrderStatus } from '@/lib/order/status'

export type FoundLink = { id: string; name: string; orderId: string }
export type FoundOrder = { id: string; orderId: string; customerName: string; linkName: string; amount: number; currency: Currency; status: OrderStatus }

export type FoundCustomer = {
  name: string
  phone: string | null
  /** Of the newest orders that were looked through. */
  count: number
  /** What finds their orders in the list. */
  q: string
}

export type Found = {
  links: FoundLink[]
  orders: FoundOrder[]
  customers: FoundCustomer[]
  /** There are more orders than were looked through: the customers' numbers are the least that they can be. */
  isCut: boolean
}
