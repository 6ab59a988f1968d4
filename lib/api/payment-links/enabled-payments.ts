import { isPaymentMethod, METHODS_OF_MODE, PAYMENT_METHOD_NAMES, PAYMENT_METHODS, type PaymentMethod } from '@/lib/payment/methods'
import { MODES, type Mode } from '@/lib/shop/mode'

/** Midtrans' names for several methods at once, and its other names for one (docs: "Snap: request body"). */
const ALIASES: Record<Mode, Record<string, readonly PaymentMethod[] | undefined>> = {
  test: {
    bank_transfer: inGroup('bank'),
    // "Other banks" pay to an account number of one that takes transfers from all of them.
    other_va: ['bni_va', 'permata_va'],
    cstore: inGroup('store'),
    qris: ['other_qris'],
  },
  // The shop's own code and account, whatever a client that knows Midtrans calls them.
  live: { bank_transfer: ['own_transfer'], qris: ['own_qris'], other_qris: ['own_qris'] },
}

/** What Midtrans lists for `enabled_payments`, in both of its documents. Any other text is accepted too. */
export const MIDTRANS_PAYMENTS = [
  'credit_card', 'bca_va', 'bni_va', 'bri_va', 'echannel', 'permata_va', 'cimb_va', 'danamon_va', 'bsi_va', 'other_va', 'bank_transfer',
  'gopay', 'shopeepay', 'other_qris', 'qris', 'indomaret', 'alfamart', 'cstore', 'akulaku', 'kredivo',
  'cimb_clicks', 'bca_klikbca', 'bca_klikpay', 'bri_epay', 'telkomsel_cash', 'danamon_online',
] as const

/** This mode's methods behind the names of `enabled_payments`, in the order of the payment page. Names that it has nothing for add nothing. */
export function methodsOf(names: readonly string[], mode: Mode): PaymentMethod[] {
  const aliases = ALIASES[mode]
  const chosen = new Set(names.flatMap((name) => (Object.hasOwn(aliases, name) ? (aliases[name] ?? []) : isPaymentMethod(name) ? [name] : [])))
  return METHODS_OF_MODE[mode].filter((method) => chosen.has(method))
}

/** As {@link methodsOf}, for whom it is not known yet whose key it is. */
export const methodsOfAnyMode = (names: readonly string[]): PaymentMethod[] => MODES.flatMap((mode) => methodsOf(names, mode))

function inGroup(group: string): PaymentMethod[] {
  return PAYMENT_METHOD_NAMES.filter((name) => PAYMENT_METHODS[name].group === group)
}
