import { linkFilter } from '@/lib/link/filter'
import { orderFilter } from '@/lib/order/filter'

export const LISTS = ['links', 'orders'] as const
export type ListName = (typeof LISTS)[number]

const FILTERS = { links: linkFilter, orders: orderFilter } as const

/**
 * A list's address as it is kept: what the list understands, in one order, without the place in the list.
 * @param query what stands behind the question mark
 * @returns an empty text for a list that nothing narrows
 */
export function viewQuery(list: ListName, query: string): string {
  const filter = FILTERS[list].parse(Object.fromEntries(new URLSearchParams(query)))
  const entries = Object.entries(filter).filter((entry): entry is [string, string] => entry[0] !== 'cursor' && typeof entry[1] === 'string' && entry[1] !== '')
  return new URLSearchParams(entries.toSorted(([one], [other]) => one.localeCompare(other))).toString()
}
