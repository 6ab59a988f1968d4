/** Codes are 1 to 999: the last three digits of an amount tell one order from another (kode unik). */
const LARGEST_CODE = 999

/** How long nobody else expects the amount of an order that ended: money may still be on its way. */
export const HELD_AFTER_END_MS = 72 * 60 * 60_000

/**
 * What a code does to the amount. For QRIS it is taken off: its merchants may not pass a fee on to who
 * pays, and a code on top could be read as one (Bank Indonesia's rule, our reading).
 */
export type CodeWay = 'added' | 'takenOff'

/** @returns what the code does to the price, in minor units; negative when it is taken off */
export const signedCode = (code: number, way: CodeWay): number => (way === 'added' ? code : -code)

/** Whether the price is all there, and what came differs from what was asked by the code alone. Amounts in minor units. */
export const lacksOnlyCode = (came: number, { asked, uniqueCode }: { asked: number; uniqueCode: number }): boolean => uniqueCode !== 0 && came === asked - uniqueCode

/**
 * The largest code that a price can carry, 0 for none: what is paid stays within the method's
 * maximum, and a price that a code could swallow gets none.
 * @param price both in minor units
 */
export function largestCode({ price, maximum, way }: { price: number; maximum: number; way: CodeWay }): number {
  if (way === 'takenOff') return price > LARGEST_CODE ? LARGEST_CODE : 0
  return Math.max(0, Math.min(LARGEST_CODE, maximum - price))
}
