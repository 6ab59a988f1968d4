'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'next-intl'
import { Label } from '@/components/ui/label'
import { PriceInput } from '@/components/ui/price-input'
import { moneyVerdict, type MoneyVerdict } from '@/lib/confirmation/rules'
import { currencySymbol, formatAmount, formatMoney } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'
import { parseMoney } from '@/lib/money/parse-money'
import type { OrderStatus } from '@/lib/order/status'

type Asked = { amount: number; uniqueCode: number; currency: Currency; status: OrderStatus }

export type Received = { typed: string; setTyped: (typed: string) => void; amount: number | null; verdict: MoneyVerdict }

/** What a seller types as having come for an order, at first what was asked, and what that means. */
export function useReceived({ amount: expected, uniqueCode, currency, status }: Asked): Received {
  const [typed, setTyped] = useState(formatAmount(expected, currency))
  const parsed = parseMoney(typed, currency)
  const amount = parsed.ok ? parsed.amount : null
  return { typed, setTyped, amount, verdict: moneyVerdict({ expected, uniqueCode, received: amount ?? 0, status, alreadyPaid: 0 }) }
}

/** How much came in, and in a sentence what follows from it. */
export function ReceivedAmount({ received: { typed, setTyped, verdict }, currency }: { received: Received; currency: Currency }) {
  const t = useTranslations('review.confirm')
  const id = useId()
  const money = (amount: number) => formatMoney(amount, currency)
  return (
    <div className="mt-4 flex flex-col gap-1.5">
      <Label htmlFor={id}>{t('received')}</Label>
      <PriceInput id={id} currency={currency} prefix={currencySymbol(currency)} value={typed} onValueChange={setTyped} aria-describedby={`${id}-verdict`} aria-invalid={verdict.kind === 'impossible' || undefined} />
      <p id={`${id}-verdict`} role="status" className="text-sm text-muted">{sentence()}</p>
    </div>
  )

  function sentence(): string {
    switch (verdict.kind) {
      case 'less':
        return t('less', { missing: money(verdict.missing) })
      case 'more':
        return t('more', { excess: money(verdict.excess) })
      case 'late':
        if (verdict.difference === 0) return t('late')
        return t(verdict.difference < 0 ? 'lateLess' : 'lateMore', { difference: money(Math.abs(verdict.difference)) })
      default:
        return t(verdict.kind)
    }
  }
}
