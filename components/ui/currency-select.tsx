'use client'

import type { ComponentProps } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { CURRENCIES, type Currency } from '@/lib/money/money'
import { Select } from './select'

/** Offered first: the shop's neighbours, and what is asked for most abroad. */
const USUAL = ['IDR', 'USD', 'SGD', 'MYR', 'EUR', 'AUD', 'JPY', 'CNY', 'SAR'] as const satisfies readonly Currency[]

/** Every currency, by code and by its name in the reader's language: as the browser knows it, or ours where it is too new for most. */
export function CurrencySelect(props: ComponentProps<'select'>) {
  const t = useTranslations('money.currency')
  const names = new Intl.DisplayNames([useLocale()], { type: 'currency', fallback: 'none' })
  const nameOf = (code: Currency) => (t.has(`names.${code as 'SLE'}`) ? t(`names.${code as 'SLE'}`) : names.of(code))
  const others = CURRENCIES.filter((code) => !USUAL.some((usual) => usual === code))
  const options = (codes: readonly Currency[]) =>
    codes.map((code) => (
      // A browser may know a name by other words than the server.
      <option key={code} value={code} suppressHydrationWarning>
        {[code, nameOf(code)].filter(Boolean).join(' · ')}
      </option>
    ))
  return (
    <Select {...props}>
      <optgroup label={t('usual')}>{options(USUAL)}</optgroup>
      <optgroup label={t('others')}>{options(others)}</optgroup>
    </Select>
  )
}
