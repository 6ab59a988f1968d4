'use client'

import { useState } from 'react'
import dynamic from 'next/dynamic'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { Skeleton } from '@/components/ui/skeleton'
import { formatDay } from '@/lib/i18n/format-time'
import { formatMoney } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'
import type { CurrencyDays } from '@/lib/home/views'
import { useSeen } from './use-seen'

/** Its room is reserved while its code is on the way: nothing moves when it comes. */
const HEIGHT = 'h-64'

const Waiting = () => <Skeleton className={HEIGHT} />

/** Its code weighs as much as the rest of the page: it is read once the chart is looked at, and the numbers above it are not kept waiting. */
const DayBars = dynamic(() => import('./day-bars').then(({ DayBars: bars }) => bars), { ssr: false, loading: Waiting })

/** What came in by day: bars for those who see them, and the same as a table for those who hear it. */
export function DayChart({ currencies }: { currencies: readonly CurrencyDays[] }) {
  const t = useTranslations('home.chart')
  const locale = useLocale()
  const zone = useTimeZone() ?? ''
  const [chosen, setChosen] = useState<Currency | null>(null)
  const { ref, isSeen } = useSeen()
  const shown = currencies.find(({ currency }) => currency === chosen) ?? currencies[0]

  return (
    <Card className="relative min-w-0">
      <CardTitle>{t('title')}</CardTitle>
      <p className="mt-1 text-sm text-muted">{t('note', { zone: zone.replaceAll('_', ' ') })}</p>
      {currencies.length > 1 && (
        <div className="mt-3">
          <FilterChips label={t('currency')}>
            {currencies.map(({ currency }) => (
              <FilterChip key={currency} pressed={currency === shown?.currency} onPress={() => setChosen(currency)}>
                {currency}
              </FilterChip>
            ))}
          </FilterChips>
        </div>
      )}
      {shown ? (
        <>
          <div ref={ref} aria-hidden className={`mt-4 ${HEIGHT}`}>
            {isSeen ? (
              <DayBars
                currency={shown.currency}
                days={shown.days.map(({ day, ...numbers }) => ({
                  ...numbers,
                  tick: formatDay(day, { locale, isShort: true }),
                  name: formatDay(day, { locale, isShort: false }),
                }))}
              />
            ) : (
              <Waiting />
            )}
          </div>
          <p aria-hidden className="mt-2 text-xs text-muted">
            {t('tapNote')}
          </p>
          {/* Around the table: a table itself does not shrink, and would make the page wider than a phone. */}
          <div className="sr-only">
            <table>
              <caption>{t('caption', { currency: shown.currency })}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('day')}</th>
                  <th scope="col">{t('amount')}</th>
                  <th scope="col">{t('orders')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.days.map(({ day, paid, amount }) => (
                  <tr key={day}>
                    <th scope="row" suppressHydrationWarning>
                      {formatDay(day, { locale, isShort: false })}
                    </th>
                    <td>{formatMoney(amount, shown.currency)}</td>
                    <td>{paid}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : (
        <p className={`mt-4 grid ${HEIGHT} place-items-center rounded-md bg-subtle px-6 text-center text-sm text-muted`}>{t('empty')}</p>
      )}
    </Card>
  )
}
