import type { Currency } from '@/lib/money/money'
import { limitsOfMethod, METHODS_OF_MODE, PAYMENT_METHOD_NAMES, takesCurrency, type PaymentMethod } from '@/lib/payment/methods'
import { readQris } from '@/lib/payment/qris'
import type { AccountValues } from './schema'
import { METHOD_OF_KIND, type Offer, type OfferedAccount, type ReceivingAccount, type ReceivingDetails } from './views'

/** As many as any list can show; nobody has that many. */
export const MAX_ACCOUNTS = 50

/** What is stored of what was typed. The code's own words are read from it again: nobody can claim another name for it. */
export function detailsOf(typed: AccountValues['details']): ReceivingDetails {
  if (typed.kind !== 'qris') return typed
  const reading = readQris(typed.payload)
  if (!reading.ok) throw new Error('a QRIS code that the schema let through cannot be read')
  const { payload, merchantName, city, nmid } = reading.qris
  return { kind: 'qris', payload, merchantName, city, nmid }
}

/** Every method of either mode, as far as each can carry an amount. */
export const ALL_OFFERS: readonly Offer[] = PAYMENT_METHOD_NAMES.map((method) => ({ method, ...limitsOf(method) }))

/** The simulator's methods, as far as each can carry an amount. */
export const TEST_OFFERS: readonly Offer[] = ALL_OFFERS.filter(({ method }) => METHODS_OF_MODE.test.some((name) => name === method))

/** What a shop's own accounts take. An account cannot take more or less than its method does. */
export function offersOf(accounts: readonly Pick<ReceivingAccount, 'id' | 'label' | 'details' | 'isOn' | 'minimumAmount' | 'maximumAmount'>[]): Offer[] {
  return accounts
    .filter(({ isOn }) => isOn)
    .map(({ id, label, details, minimumAmount, maximumAmount }) => {
      const method = METHOD_OF_KIND[details.kind]
      const { minimum, maximum } = limitsOf(method)
      return { method, minimum: Math.max(minimum, minimumAmount ?? minimum), maximum: Math.min(maximum, maximumAmount ?? maximum), account: { id, label } }
    })
}

/** Customers and the seller are warned this long after an account changed: swapped accounts are a known fraud. */
const CHANGE_WARNING_MS = 24 * 60 * 60_000

export const isChangedLately = (changedAt: Date, at: Date): boolean => at.getTime() - changedAt.getTime() < CHANGE_WARNING_MS

/** What a link takes of the shop's ways. `chosen`: methods, none: all; `accountsOff`: accounts that its customers are not offered. */
export type Chosen = { chosen: readonly string[]; accountsOff?: readonly string[] | undefined }

/** @param upTo for an amount that is not decided yet: those that take any between the two */
export function offersFor(offers: readonly Offer[], { currency, amount, upTo = amount, ...chosen }: Chosen & { currency: Currency; amount: number; upTo?: number }): Offer[] {
  return offersIn(offers, currency).filter((offer) => upTo >= offer.minimum && amount <= offer.maximum && isChosen(offer, chosen))
}

const isChosen = ({ method, account }: Offer, { chosen, accountsOff = [] }: Chosen): boolean =>
  (chosen.length === 0 || chosen.includes(method)) && !(account && accountsOff.includes(account.id))

/** Where a link may take some accounts and not others: methods with more than one of them. */
export function accountChoices(offers: readonly Offer[], currency: Currency): { method: PaymentMethod; accounts: OfferedAccount[] }[] {
  const offered = offersIn(offers, currency)
  return [...new Set(offered.map(({ method }) => method))]
    .map((method) => ({ method, accounts: offered.flatMap((offer) => (offer.method === method && offer.account ? [offer.account] : [])) }))
    .filter(({ accounts }) => accounts.length > 1)
}

/** The smallest and the largest amount that any of these takes; null without any. */
export function rangeOf(offers: readonly Offer[], currency: Currency, chosen: Chosen = { chosen: [] }): { minimum: number; maximum: number } | null {
  const named = offersIn(offers, currency).filter((offer) => isChosen(offer, chosen))
  if (named.length === 0) return null
  return { minimum: Math.min(...named.map(({ minimum }) => minimum)), maximum: Math.max(...named.map(({ maximum }) => maximum)) }
}

/** Those that take the currency. An account's limits are meant in rupiah, and say nothing of other money. */
export function offersIn(offers: readonly Offer[], currency: Currency): Offer[] {
  const taken = offers.filter(({ method }) => takesCurrency(method, currency))
  return currency === 'IDR' ? taken : taken.map((offer) => ({ ...offer, ...limitsOfMethod(offer.method, currency) }))
}

function limitsOf(method: PaymentMethod): { minimum: number; maximum: number } {
  return limitsOfMethod(method, 'IDR')
}
