import { MAX_AMOUNT, type Currency } from '@/lib/money/money'
import type { Mode } from '@/lib/shop/mode'

/**
 * Every method a customer can choose, in the order of the payment page, by Midtrans' names for
 * them (`enabled_payments`). Limits in rupiah: docs.midtrans.com "minimum and maximum amount". Indonesian
 * banks, wallets, shops and QRIS move rupiah only; cards, hands and words take any currency.
 */
export const PAYMENT_METHODS = {
  other_qris: { group: 'qris', takes: 'IDR', minimum: 1, maximum: 10_000_000, lifetimeMinutes: 15 },
  gopay: { group: 'wallet', takes: 'IDR', minimum: 1, maximum: 20_000_000, lifetimeMinutes: 15 },
  shopeepay: { group: 'wallet', takes: 'IDR', minimum: 1, maximum: 20_000_000, lifetimeMinutes: 15 },
  bca_va: { group: 'bank', takes: 'IDR', minimum: 10_000, maximum: 20_000_000_000, lifetimeMinutes: 24 * 60 },
  bni_va: { group: 'bank', takes: 'IDR', minimum: 1, maximum: 50_000_000_000, lifetimeMinutes: 24 * 60 },
  bri_va: { group: 'bank', takes: 'IDR', minimum: 1, maximum: 20_000_000_000, lifetimeMinutes: 24 * 60 },
  echannel: { group: 'bank', takes: 'IDR', minimum: 1, maximum: 50_000_000_000, lifetimeMinutes: 24 * 60 },
  permata_va: { group: 'bank', takes: 'IDR', minimum: 1, maximum: 9_999_999_999, lifetimeMinutes: 24 * 60 },
  credit_card: { group: 'card', takes: 'any', minimum: 10_000, maximum: 999_999_999, lifetimeMinutes: 15 },
  indomaret: { group: 'store', takes: 'IDR', minimum: 10_000, maximum: 5_000_000, lifetimeMinutes: 24 * 60 },
  alfamart: { group: 'store', takes: 'IDR', minimum: 1, maximum: 5_000_000, lifetimeMinutes: 24 * 60 },
  // The shop's own ways, without a gateway: the seller's QRIS code (Bank Indonesia's limit), account, hands and words.
  own_qris: { group: 'ownQris', takes: 'IDR', minimum: 1, maximum: 10_000_000, lifetimeMinutes: 24 * 60 },
  own_transfer: { group: 'ownTransfer', takes: 'IDR', minimum: 1, maximum: 999_999_999, lifetimeMinutes: 24 * 60 },
  cod: { group: 'delivery', takes: 'any', minimum: 1, maximum: 999_999_999, lifetimeMinutes: 14 * 24 * 60 },
  custom: { group: 'custom', takes: 'any', minimum: 1, maximum: 999_999_999, lifetimeMinutes: 3 * 24 * 60 },
} as const satisfies Record<string, PaymentMethodFacts>

type PaymentMethodFacts = {
  group: 'qris' | 'wallet' | 'bank' | 'card' | 'store' | 'ownQris' | 'ownTransfer' | 'delivery' | 'custom'
  takes: 'IDR' | 'any'
  /** Smallest and largest amount of one payment in rupiah; of other currencies nobody says one. */
  minimum: number
  maximum: number
  /** How long a started payment may be paid. */
  lifetimeMinutes: number
}

export type PaymentMethod = keyof typeof PAYMENT_METHODS
export type PaymentMethodGroup = PaymentMethodFacts['group']

export const PAYMENT_METHOD_NAMES = Object.keys(PAYMENT_METHODS) as [PaymentMethod, ...PaymentMethod[]]

export const isPaymentMethod = (name: string): name is PaymentMethod => Object.hasOwn(PAYMENT_METHODS, name)

/** Those of the shop itself, by the kind of receiving account behind each: see lib/receiving. */
export const OWN_METHODS = ['own_qris', 'own_transfer', 'cod', 'custom'] as const satisfies readonly PaymentMethod[]
export type OwnMethod = (typeof OWN_METHODS)[number]

export const isOwnMethod = (method: PaymentMethod): method is OwnMethod => (OWN_METHODS as readonly PaymentMethod[]).includes(method)

/** Test mode simulates a gateway; live mode has the shop's own ways. */
export const METHODS_OF_MODE = {
  test: PAYMENT_METHOD_NAMES.filter((name) => !isOwnMethod(name)),
  live: OWN_METHODS,
} as const satisfies Record<Mode, readonly PaymentMethod[]>

export const takesCurrency = (method: PaymentMethod, currency: Currency): boolean => currency === 'IDR' || PAYMENT_METHODS[method].takes === 'any'

/** Smallest and largest amount of one payment, in minor units of the currency. */
export function limitsOfMethod(method: PaymentMethod, currency: Currency): { minimum: number; maximum: number } {
  const { minimum, maximum } = PAYMENT_METHODS[method]
  return currency === 'IDR' ? { minimum, maximum } : { minimum: 1, maximum: MAX_AMOUNT }
}

type Wanted = {
  /** None: of either. */
  mode?: Mode
  currency: Currency
  amount: number
  /** For an amount that is not decided yet: the methods that can carry any between the two. */
  upTo?: number
  chosen: readonly string[]
}

/**
 * The methods that can carry this amount, of those the seller chose (none chosen: all).
 */
export function methodsFor({ mode, currency, amount, upTo = amount, chosen }: Wanted): PaymentMethod[] {
  return (mode ? METHODS_OF_MODE[mode] : PAYMENT_METHOD_NAMES).filter((name) => {
    const { minimum, maximum } = limitsOfMethod(name, currency)
    return takesCurrency(name, currency) && upTo >= minimum && amount <= maximum && (chosen.length === 0 || chosen.includes(name))
  })
}
