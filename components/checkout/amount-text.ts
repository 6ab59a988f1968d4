import type { Wording } from '@/lib/i18n/wording'
import { rangeKind } from '@/lib/link/open-amount'
import type { CheckoutLink } from '@/lib/checkout/views'
import { formatMoney } from '@/lib/money/format-money'

type Priced = Pick<CheckoutLink, 'amount' | 'currency' | 'openAmount'>

/** `Dari Rp 10.000 sampai Rp 500.000`; null for a fixed amount. */
export function rangeText({ openAmount, currency }: Priced, { t }: Pick<Wording, 't'>): string | null {
  const kind = openAmount && rangeKind(openAmount)
  if (!openAmount || kind === null || kind === 'exactly') return null
  return t(`amount.range.${kind}`, { minimum: formatMoney(openAmount.minimum, currency), maximum: formatMoney(openAmount.maximum, currency) })
}
