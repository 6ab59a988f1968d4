'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { useCountText } from '@/components/ui/use-count-text'
import { conversionQuery } from './link-queries'

/** How far those came who were sent the link: each step as a bar beside its number. */
export function LinkConversion({ id }: { id: string }) {
  const t = useTranslations('home.conversion')
  const countText = useCountText()
  const locale = useLocale()
  const { data } = useQuery(conversionQuery(id))
  if (!data) return null
  const { opened, started, paid } = data
  const percent = (part: number, whole: number) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(part / whole)
  const steps = [
    { name: t('opened'), count: opened, hint: t('openedHint') },
    { name: t('started'), count: started, hint: opened > 0 ? t('ofOpened', { percent: percent(started, opened) }) : '' },
    { name: t('paid'), count: paid, hint: started > 0 ? t('ofStarted', { percent: percent(paid, started) }) : '' },
  ]
  return (
    <Card className="mb-4">
      <CardTitle>{t('title')}</CardTitle>
      <ol className="mt-3 grid gap-4 sm:grid-cols-3">
        {steps.map(({ name, count, hint }) => (
          <li key={name}>
            <p className="text-sm text-muted">{name}</p>
            <p className="mt-0.5 text-lg font-bold tabular-nums">{countText(count)}</p>
            <div aria-hidden className="mt-1.5 h-2 overflow-hidden rounded-full bg-subtle">
              <div className="h-full rounded-full bg-accent" style={{ width: `${(100 * count) / Math.max(opened, 1)}%` }} />
            </div>
            <p className="mt-1 min-h-4 text-xs text-muted">{hint}</p>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-xs text-muted">{t('note')}</p>
    </Card>
  )
}
