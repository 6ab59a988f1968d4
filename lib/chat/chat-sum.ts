import type { ChatItem, ItemReading } from './chat-item'

type Sums = { shipping: number | null; discount: number | null; total: number | null }

/** What the items, shipping and discount come to, in whole rupiah; null while a price is missing. */
export function sumOf({ items, shipping, discount }: Omit<Sums, 'total'> & { items: readonly ChatItem[] }): number | null {
  if (items.length === 0 || items.some(({ price }) => price === null)) return null
  return items.reduce((sum, { price, quantity }) => sum + (price ?? 0) * quantity, 0) + (shipping ?? 0) - (discount ?? 0)
}

/**
 * "2 kaos 150rb" may mean each or both: where the chat tells a total, it decides. What fits neither
 * stays per piece, and doubtful.
 */
export function settleDoubts(items: readonly ItemReading[], known: Sums): ItemReading[] {
  const { total, ...extras } = known
  if (total === null || !items.some(({ isDoubtful }) => isDoubtful)) return [...items]
  const fits = (wish: readonly ItemReading[]) => [sumOf({ items: wish, ...extras }), sumOf({ items: wish, shipping: null, discount: null })].includes(total)
  const each = items.map((item) => ({ ...item, isDoubtful: false }))
  if (fits(each)) return each
  const all = items.map((item) => (item.isDoubtful ? { ...item, name: [...`${item.quantity} ${item.name}`].slice(0, 50).join(''), quantity: 1, isDoubtful: false } : item))
  return fits(all) ? all : [...items]
}
