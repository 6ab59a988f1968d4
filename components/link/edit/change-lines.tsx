'use client'

import { useFormatter, useLocale, useTimeZone, useTranslations } from 'next-intl'
import { formatExactTime } from '@/lib/i18n/format-time'
import type { LinkFieldChange } from '@/lib/link/views'
import { formatMoney } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'
import { isPaymentMethod } from '@/lib/payment/methods'
import { DEFAULT_TIME_ZONE } from '@/lib/shop/time-zones'
import { useAmountText } from '../use-amount-text'

/** What an edit changed, a line for each value: old → new. The currency is the link's, which no edit changes. */
export function ChangeLines({ changes, currency }: { changes: readonly LinkFieldChange[]; currency: Currency }) {
  const lineOf = useChangeText(currency)
  if (changes.length === 0) return null
  return (
    <ul className="mt-0.5 text-xs text-muted">
      {changes.map((change) => (
        <li key={change.field} dir="auto" className="line-clamp-4 wrap-anywhere">
          {lineOf(change)}
        </li>
      ))}
    </ul>
  )
}

function useChangeText(currency: Currency): (change: LinkFieldChange) => string {
  const t = useTranslations('editing.changes')
  const methodName = useTranslations('methods')
  const question = useTranslations('editing.questions.fields')
  const amountText = useAmountText()
  const format = useFormatter()
  const locale = useLocale()
  const timeZone = useTimeZone() ?? DEFAULT_TIME_ZONE
  const timeOf = (time: string) => formatExactTime(new Date(time), { locale, timeZone })

  return (change) => {
    const field = t(`fields.${change.field}`)
    const line = <Value,>({ from, to }: { from: Value; to: Value }, textOf: (value: Value) => string) => t('value', { field, from: textOf(from), to: textOf(to) })
    switch (change.field) {
      case 'title':
        return line(change, (value) => value ?? t('none'))
      case 'startsAt':
        return line(change, (value) => (value ? timeOf(value) : t('atOnce')))
      case 'expiresAt':
        return line(change, (value) => (value ? timeOf(value) : t('never')))
      case 'amount':
        return line(change, (value) => formatMoney(value, currency))
      case 'openAmount':
        return line(change, (value) => (value ? amountText({ amount: value.minimum, currency, openAmount: value }) : t('fixed')))
      case 'items':
        return line(change, (value) => value.map(({ name, quantity }) => (quantity === 1 ? name : `${name} × ${quantity}`)).join(', '))
      case 'state':
        return line(change, (value) => t(value === 'paused' ? 'paused' : 'active'))
      case 'usageLimit':
        return line(change, (value) => (value === null ? t('unlimited') : format.number(value)))
      case 'paymentMethods':
        return line(change, (value) => (value.length === 0 ? t('allMethods') : value.filter(isPaymentMethod).map((name) => methodName(name)).join(', ')))
      case 'questions':
        return line(change, (value) => (value === null ? t('usual') : value.length === 0 ? t('nothing') : value.map((name) => question(name)).join(', ')))
      default:
        return t('only', { field })
    }
  }
}
