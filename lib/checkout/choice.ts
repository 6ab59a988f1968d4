import type { CheckoutLink } from './views'
import type { Currency } from '@/lib/money/money'
import { isPaymentMethod, limitsOfMethod, type PaymentMethod } from '@/lib/payment/methods'
import { METHOD_OF_KIND, type ReceivingAccount } from '@/lib/receiving/views'

/** One way to pay as the payment page offers it: a method, and of the shop's own ways one account. */
export type Choice = {
  /** What the form sends. */
  value: string
  method: PaymentMethod
  /** The seller's own name for it; null: the method's. */
  label: string | null
  /** What an app shows of a shop's own QRIS code before it pays; null for every other way. */
  merchantName: string | null
  /** Of one payment, in minor units. */
  minimum: number
  maximum: number
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads what the form sent: `bca_va`, or `own_transfer:<account id>`; null for anything else. */
export function readChoice(value: string): { method: PaymentMethod; accountId: string | null } | null {
  const [method = '', accountId = null, ...rest] = value.split(':')
  if (!isPaymentMethod(method) || rest.length > 0 || (accountId !== null && !UUID.test(accountId))) return null
  return { method, accountId }
}

/** What customers of a link choose from: its methods, and of the shop's own ways each account that it takes and that takes the amount. */
export function choicesOf({ mode, currency, methods, accountsOff, amount, openAmount }: Pick<CheckoutLink, 'mode' | 'currency' | 'methods' | 'accountsOff' | 'amount' | 'openAmount'>, accounts: readonly ReceivingAccount[]): Choice[] {
  if (mode === 'test') return methods.map((method) => ({ value: method, method, label: null, merchantName: null, ...limitsOf(method, currency) }))
  const [least, most] = openAmount ? [openAmount.minimum, openAmount.maximum] : [amount, amount]
  return methods.flatMap((method) =>
    accounts
      .filter(({ id, details }) => METHOD_OF_KIND[details.kind] === method && !accountsOff.includes(id))
      .map((account) => ({ value: `${method}:${account.id}`, method, label: account.label, merchantName: merchantNameOf(account), ...limitsOf(method, currency, account) }))
      .filter(({ minimum, maximum }) => most >= minimum && least <= maximum),
  )
}

const merchantNameOf = ({ details }: ReceivingAccount): string | null => (details.kind === 'qris' ? details.merchantName : null)

/** Whose names a customer may read in their app, each once. */
export const qrisNamesOf = (choices: readonly Choice[]): string[] => [...new Set(choices.flatMap(({ merchantName }) => merchantName ?? []))]

/** The narrower of the method's limits and the account's, in minor units. What an account says is said of rupiah. */
export function limitsOf(method: PaymentMethod, currency: Currency, account?: Pick<ReceivingAccount, 'minimumAmount' | 'maximumAmount'>): { minimum: number; maximum: number } {
  const { minimum, maximum } = limitsOfMethod(method, currency)
  if (currency !== 'IDR') return { minimum, maximum }
  return { minimum: Math.max(minimum, account?.minimumAmount ?? minimum), maximum: Math.min(maximum, account?.maximumAmount ?? maximum) }
}
