import { isPaymentMethod, PAYMENT_METHOD_NAMES, PAYMENT_METHODS, type PaymentMethod } from '@/lib/payment/methods'

/** Midtrans' names for several methods at once, and its other names for one (docs: "Snap: request body"). */
const ALIASES: Record<string, readonly PaymentMethod[] | undefined> = {
  bank_transfer: inGroup('bank'),
  // "Other banks" pay to an account number of one that takes transfers from all of them.
  other_va: ['bni_va', 'permata_va'],
  cstore: inGroup('store'),
  qris: ['other_qris'],
}

/** What Midtrans lists for `enabled_payments`, in both of its documents. Any other text is accepted too. */
export const MIDTRANS_PAYMENTS = [
  'credit_card', 'bca_va', 'bni_va', 'bri_va', 'echannel', 'permata_va', 'cimb_va', 'danamon_va', 'bsi_va', 'other_va', 'bank_transfer',
  'gopay', 'shopeepay', 'other_qris', 'qris', 'indomaret', 'alfamart', 'cstore', 'akulaku', 'kredivo',
  'cimb_clicks', 'bca_klikbca', 'bca_klikpay', 'bri_epay', 'telkomsel_cash', 'danamon_online',
] as const

/** Our methods behind the names of `enabled_payments`, in the order of the payment page. Names that we have nothing for add nothing. */
export function methodsOf(names: readonly string[]): PaymentMethod[] {
  const chosen = new Set(names.flatMap((name) => (isPaymentMethod(name) ? [name] : Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? []) : [])))
  return PAYMENT_METHOD_NAMES.filter((method) => chosen.has(method))
}

function inGroup(group: string): PaymentMethod[] {
  return PAYMENT_METHOD_NAMES.filter((name) => PAYMENT_METHODS[name].group === group)
}
