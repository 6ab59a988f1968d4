import { whatsAppNumber } from '@/lib/platform/phone'
import { bareNumber, writtenAs } from '@/lib/platform/written-as'
import type { FoundCustomer } from './views'

/** One letter finds everything, and so nothing. */
export const SHORTEST_SEARCH = 2

type Buyer = { customerName: string; customerPhone: string | null }

/** Who among the buyers is meant: by a part of the name, or of the number however it was typed. Each once, the newest first. */
export function customersOf(orders: readonly Buyer[], q: string): FoundCustomer[] {
  const ways = writtenAs(q)
  const found = new Map<string, FoundCustomer>()
  for (const { customerName: name, customerPhone: phone } of orders) {
    const isMeant = ways.some((way) => name.toLowerCase().includes(way) || (phone !== null && bareNumber(phone).includes(way)))
    const key = phone === null ? name : whatsAppNumber(phone)
    if (!isMeant || key === '') continue
    const known = found.get(key)
    if (known) known.count += 1
    else found.set(key, { name, phone, count: 1, q: phone ?? name })
  }
  return [...found.values()]
}
