import type { Wording } from '@/lib/i18n/wording'
import { rangeKind } from '@/lib/link/open-amount'
import type { OpenAmount } from '@/lib/link/views'
import { formatMoney } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'

type Priced = { currency: Currency; openAmount: OpenAmount | null }

/** `Dari Rp 10.000 sampai Rp 500.000`; null for a fixed amount. */
export function rangeText({ openAmount, currency }: Priced, { t }: Pick<Wording, 't'>): string | null {
  const kind = openAmount && rangeKind(openAmount)
  if (!openAmount || kind === null || kind === 'exactly') return null
  return t(`amount.range.${kind}`, { minimum: formatMoney(openAmount.minimum, currency), maximum: formatMoney(openAmount.maximum, currency) })
}

/** Where the customer decides, only the least is promised. */
export function promisedAmount({ amount, currency, openAmount }: Priced & { amount: number }, t: Wording['t']): string {
  switch (openAmount ? rangeKind(openAmount) : 'exactly') {
    case 'exactly':
      return formatMoney(amount, currency)
    case 'any':
    case 'upTo':
      return t('amount.any')
    case 'from':
    case 'between':
      return t('amount.from', { minimum: formatMoney(openAmount?.minimum ?? amount, currency) })
  }
}
