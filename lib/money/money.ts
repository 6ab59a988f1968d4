/** ISO 4217 codes this product sells in, with the digits after the decimal point. Rupiah have none here. */
export const CURRENCY_EXPONENTS = { IDR: 0 } as const satisfies Record<string, number>

export type Currency = keyof typeof CURRENCY_EXPONENTS

/** The largest price, discount or total, in minor units: twelve digits, exact as a JavaScript number. */
export const MAX_AMOUNT = 999_999_999_999

export const isCurrency = (code: string): code is Currency => Object.hasOwn(CURRENCY_EXPONENTS, code)

/** A stored currency code; throws when the database holds one that this code does not know. */
export function requireCurrency(code: string): Currency {
  if (!isCurrency(code)) throw new Error(`unknown currency ${code}`)
  return code
}

/**
 * A database amount as a number, in minor units; throws rather than round.
 * @throws RangeError beyond 2^53
 */
export function amountOf(stored: bigint | number): number {
  const amount = Number(stored)
  if (!Number.isSafeInteger(amount)) throw new RangeError(`amount ${stored} is not exact as a number`)
  return amount
}
