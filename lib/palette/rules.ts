import type { FoundCustomer } from './views'

/** One letter finds everything, and so nothing. */
export const SHORTEST_SEARCH = 2

type Buyer = { customerName: string; customerPhone: string | null }

/** Who among the buyers is meant: by a part of the name, or of the number as it was typed. Each once, the newest first. */
export function customersOf(orders: readonly Buyer[], q: string): FoundCustomer[] {
  const wanted = q.toLowerCase()
  const found = new Map<string, FoundCustomer>()
  for (const { customerName: name, customerPhone: phone } of orders) {
    const isMeant = name.toLowerCase().includes(wanted) || (phone?.toLowerCase().includes(wanted) ?? false)
    const key = phone ?? name
    if (!isMeant || key === '') continue
    const known = found.get(key)
    if (known) known.count += 1
    else found.set(key, { name, phone, count: 1, q: key })
  }
  return [...found.values()]
}
