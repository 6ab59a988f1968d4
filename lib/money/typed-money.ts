import { DEFAULT_CURRENCY, isCurrency, type Currency } from './money'
import { parseMoney, type ParsedMoney } from './parse-money'

/** Text of an amount field, and the currency that stands beside it. Made by {@link beside}, never sent. */
export class TypedMoney {
  readonly text: string
  readonly currency: Currency

  constructor(text: string, currency: Currency) {
    this.text = text
    this.currency = currency
  }
}

/** In minor units. Without a currency beside it, rupiah. */
export function readTyped(typed: string | number | TypedMoney): ParsedMoney {
  return typed instanceof TypedMoney ? parseMoney(typed.text, typed.currency) : parseMoney(String(typed), DEFAULT_CURRENCY)
}

/** A key of `errors`. */
export const priceProblem = (reason: Extract<ParsedMoney, { ok: false }>['reason'], currency: Currency) => (currency === 'IDR' ? (`price.${reason}` as const) : (`price.${reason}Other` as const))

export const currencyOf = (typed: string | number | TypedMoney): Currency => (typed instanceof TypedMoney ? typed.currency : DEFAULT_CURRENCY)

export const textOf = (typed: string | number | TypedMoney): string => (typed instanceof TypedMoney ? typed.text : String(typed))

/**
 * Puts an object's `currency` beside an amount in it, so that the amount is read by the digits which that
 * currency has. For z.preprocess: each field keeps its own error.
 */
export function beside(value: unknown, currency: unknown): unknown {
  const isTyped = typeof value === 'string' || typeof value === 'number'
  return isTyped && typeof currency === 'string' && isCurrency(currency) ? new TypedMoney(String(value), currency) : value
}

/** For z.preprocess of a flat object with one amount. */
export const withCurrencyBeside =
  <Input extends { currency?: unknown }>(field: keyof Input & string) =>
  (input: Input): unknown => (isObject(input) && field in input ? { ...input, [field]: beside(input[field], input['currency']) } : input)

/** What is called an input was sent by anybody. */
export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
