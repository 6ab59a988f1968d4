import type { OpenAmount } from '@/lib/link/views'
import { MAX_AMOUNT } from '@/lib/money/money'
import { methodsFor } from '@/lib/payment/methods'
import { ALL_OFFERS, offersFor, rangeOf } from '@/lib/receiving/rules'
import type { Offer } from '@/lib/receiving/views'
import type { Mode } from '@/lib/shop/mode'
import { isRedirectUrl, type RedirectPolicy } from '@/lib/shop/redirect-url'
import { methodsOf, methodsOfAnyMode } from './enabled-payments'
import { durationMs, LATEST, readStartTime } from './expiry'
import type { WireExpiry, WireItem } from './schema'

/** What holds between fields. Each rule gives the messages of what is wrong, none when nothing is. */

/** Midtrans: `gross_amount` must equal the sum of price × quantity exactly. @param gross absent: the sum is the amount */
export function sumProblems(items: readonly Pick<WireItem, 'price' | 'quantity'>[], gross: number | null): string[] {
  const tooMuch = items.flatMap(({ price, quantity }, index) => (Math.abs(price * quantity) > MAX_AMOUNT ? [`item_details.${index}: price × quantity must be at most ${MAX_AMOUNT}`] : []))
  if (tooMuch.length > 0) return tooMuch
  const sum = items.reduce((total, { price, quantity }) => total + price * quantity, 0)
  if (gross !== null) return sum === gross ? [] : [`transaction_details.gross_amount must be equal to the sum of item_details (price × quantity): it is ${gross}, the sum is ${sum}`]
  return sum >= 1 && sum <= MAX_AMOUNT ? [] : [`The sum of item_details (price × quantity) must be between 1 and ${MAX_AMOUNT}: it is ${sum}`]
}

const NO_METHOD = 'enabled_payments has no payment method that can be used here'

const spanOf = (amount: number | OpenAmount) => (typeof amount === 'number' ? { amount } : { amount: amount.minimum, upTo: amount.maximum })

/** What no shop in either mode can be paid by. @param amount a fixed amount, or the limits of an open one */
export function methodProblems(enabled: readonly string[] | null, amount: number | OpenAmount): string[] {
  const chosen = methodsOfAnyMode(enabled ?? [])
  const named = enabled !== null && enabled.length > 0
  if (named && chosen.length === 0) return [NO_METHOD]
  if (methodsFor({ currency: 'IDR', ...spanOf(amount), chosen }).length > 0) return []
  return [named ? 'enabled_payments has no payment method that can carry this amount' : 'transaction_details.gross_amount is more than any payment method can carry']
}

/** What this shop cannot be paid by in this mode. @param offers how it is paid. @param amount as in {@link methodProblems} */
export function offerProblems(enabled: readonly string[], amount: number | OpenAmount, { mode, offers }: { mode: Mode; offers: readonly Offer[] }): string[] {
  if (offers.length === 0) return ['This shop has no way to be paid in live mode: add a bank account, a QRIS code or another way in the dashboard, Settings, Payments']
  const chosen = methodsOf(enabled, mode)
  if (enabled.length > 0 && (chosen.length === 0 || !offers.some(({ method }) => chosen.includes(method)))) return [NO_METHOD]
  if (offersFor(offers, { currency: 'IDR', ...spanOf(amount), chosen }).length > 0) return []
  return [enabled.length > 0 ? 'enabled_payments has no payment method that can carry this amount' : 'transaction_details.gross_amount is not an amount that any payment method of this shop carries']
}

type DynamicAmount = { min_amount?: number | null | undefined; max_amount?: number | null | undefined; preset_amount?: number | null | undefined }

/** What a customer may decide: what the shop said, and where it said nothing, what the methods carry. */
export function openAmountFor(wish: DynamicAmount, methods: readonly string[], offers: readonly Offer[] = ALL_OFFERS): OpenAmount {
  const carried = rangeOf(offers, 'IDR', { chosen: methods }) ?? { minimum: 1, maximum: MAX_AMOUNT }
  return {
    minimum: wish.min_amount ?? carried.minimum,
    maximum: wish.max_amount ?? carried.maximum,
    preset: wish.preset_amount ?? null,
  }
}

export function openAmountProblems({ minimum, maximum, preset }: OpenAmount): string[] {
  if (minimum > maximum) return [`dynamic_amount.min_amount must be at most dynamic_amount.max_amount: ${minimum} is more than ${maximum}`]
  if (preset === null || (preset >= minimum && preset <= maximum)) return []
  return [`dynamic_amount.preset_amount must be between ${minimum} and ${maximum}`]
}

/** @param from when it counts from, without a start of its own */
export function expiryProblems(expiry: WireExpiry, from: Date): string[] {
  const start = expiry.start_time ? readStartTime(expiry.start_time) : from
  return start && start.getTime() + durationMs(expiry.duration, expiry.unit) >= LATEST ? ['expiry.duration is too long: the link would end after the year 2200'] : []
}

/** Customers are sent to https only; to plain http on this machine itself during development. */
export function redirectProblems(callbacks: Record<string, unknown> | null | undefined, policy: RedirectPolicy): string[] {
  return (['finish', 'unfinish', 'error'] as const).flatMap((name) => {
    const address = callbacks?.[name]
    return typeof address !== 'string' || URL.parse(address) === null || isRedirectUrl(address, policy) ? [] : [`callbacks.${name} must begin with https://`]
  })
}
