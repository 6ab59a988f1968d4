import type { Mode } from '@/lib/shop/mode'

/**
 * Every method a customer can choose, in the order of the payment page, by Midtrans' names for
 * them (`enabled_payments`). Limits in rupiah: docs.midtrans.com "minimum and maximum amount".
 */
export const PAYMENT_METHODS = {
  other_qris: { group: 'qris', minimum: 1, maximum: 10_000_000, lifetimeMinutes: 15 },
  gopay: { group: 'wallet', minimum: 1, maximum: 20_000_000, lifetimeMinutes: 15 },
  shopeepay: { group: 'wallet', minimum: 1, maximum: 20_000_000, lifetimeMinutes: 15 },
  bca_va: { group: 'bank', minimum: 10_000, maximum: 20_000_000_000, lifetimeMinutes: 24 * 60 },
  bni_va: { group: 'bank', minimum: 1, maximum: 50_000_000_000, lifetimeMinutes: 24 * 60 },
  bri_va: { group: 'bank', minimum: 1, maximum: 20_000_000_000, lifetimeMinutes: 24 * 60 },
  echannel: { group: 'bank', minimum: 1, maximum: 50_000_000_000, lifetimeMinutes: 24 * 60 },
  permata_va: { group: 'bank', minimum: 1, maximum: 9_999_999_999, lifetimeMinutes: 24 * 60 },
  credit_card: { group: 'card', minimum: 10_000, maximum: 999_999_999, lifetimeMinutes: 15 },
  indomaret: { group: 'store', minimum: 10_000, maximum: 5_000_000, lifetimeMinutes: 24 * 60 },
  alfamart: { group: 'store', minimum: 1, maximum: 5_000_000, lifetimeMinutes: 24 * 60 },
  // The shop's own ways, without a gateway: the seller's QRIS code (Bank Indonesia's limit), account, hands and words.
  own_qris: { group: 'ownQris', minimum: 1, maximum: 10_000_000, lifetimeMinutes: 24 * 60 },
  own_transfer: { group: 'ownTransfer', minimum: 1, maximum: 999_999_999, lifetimeMinutes: 24 * 60 },
  cod: { group: 'delivery', minimum: 1, maximum: 999_999_999, lifetimeMinutes: 14 * 24 * 60 },
  custom: { group: 'custom', minimum: 1, maximum: 999_999_999, lifetimeMinutes: 3 * 24 * 60 },
} as const satisfies Record<string, PaymentMethodFacts>

type PaymentMethodFacts = {
  group: 'qris' | 'wallet' | 'bank' | 'card' | 'store' | 'ownQris' | 'ownTransfer' | 'delivery' | 'custom'
  /** Smallest and largest amount of one payment, in rupiah. */
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

/**
 * The methods that can carry this amount, of those the seller chose (none chosen: all).
 * @param mode none: of either
 * @param upTo for an amount that is not decided yet: the methods that can carry any between the two
 */
export function methodsFor({ mode, amount, upTo = amount, chosen }: { mode?: Mode; amount: number; upTo?: number; chosen: readonly string[] }): PaymentMethod[] {
  return (mode ? METHODS_OF_MODE[mode] : PAYMENT_METHOD_NAMES).filter((name) => {
    const { minimum, maximum } = PAYMENT_METHODS[name]
    return upTo >= minimum && amount <= maximum && (chosen.length === 0 || chosen.includes(name))
  })
}
