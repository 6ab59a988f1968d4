'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { formatMoney } from '@/lib/money/format-money'
import { exponentOf, type Currency } from '@/lib/money/money'
import { axisTicks } from './axis-ticks'

export type Day = { tick: string; name: string; paid: number; amount: number }

/** Loaded when the home page is looked at, and nowhere else. Drawn with the tokens, so that it follows the theme by itself. */
export function DayBars({ days, currency }: { days: Day[]; currency: Currency }) {
  const t = useTranslations('home.chart')
  const locale = useLocale()
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 })
  const ticks = axisTicks(Math.max(...days.map(({ amount }) => amount)))
  const axis = { stroke: 'var(--line-strong)', tick: { fill: 'var(--muted)', fontSize: 12 }, tickLine: false }
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={days} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="tick" interval={0} {...axis} />
        <YAxis width={56} axisLine={false} ticks={ticks} domain={[0, ticks.at(-1) ?? 0]} tickFormatter={(amount: number) => short.format(amount / 10 ** exponentOf(currency))} {...axis} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--subtle)' }}
          content={({ active, payload }) => {
            const day = payload[0]?.payload as Day | undefined
            if (!active || !day) return null
            return (
              <div className="rounded-md border bg-card px-3 py-2 text-sm shadow-float">
                <p className="text-muted">{day.name}</p>
                <p className="font-bold tabular-nums">{formatMoney(day.amount, currency)}</p>
                <p className="text-muted">{t('dayOrders', { count: day.paid })}</p>
              </div>
            )
          }}
        />
        <Bar dataKey="amount" fill="var(--accent)" radius={[4, 4, 0, 0]} maxBarSize={48} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  )
}
