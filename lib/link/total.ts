/** Σ price × quantity, in minor units. */
export function totalOf(items: readonly { price: number; quantity: number }[]): number {
  return items.reduce((sum, item) => sum + item.price * item.quantity, 0)
}
