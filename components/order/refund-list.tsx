'use client'

import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import { Card, CardTitle } from '@/components/ui/card'
import { ExactTime } from '@/components/ui/exact-time'
import { Money } from '@/components/ui/money'
import type { OrderDetails } from '@/lib/order/views'
import type { RefundState } from '@/lib/refund/views'

const TONES = { pending: 'warn', succeeded: 'ok', failed: 'bad' } as const satisfies Record<RefundState, Tone>

/** Every refund that was asked for, also those that came to nothing. */
export function RefundList({ refunds, refundable, currency, customerEmail }: Pick<OrderDetails, 'refunds' | 'refundable' | 'currency' | 'customerEmail'>) {
  const t = useTranslations('orders')
  if (refunds.length === 0) return null
  return (
    <Card>
      <CardTitle>{t('refunds.title')}</CardTitle>
      <ul aria-label={t('refunds.title')} className="mt-3 text-base md:text-sm">
        {refunds.map(({ id, amount, state, reason, channel, failure, completedAt, createdAt, by, letter }) => (
          <li key={id} className="border-t py-3">
            <div className="flex items-center justify-between gap-3">
              <Badge tone={TONES[state]}>{t(`refunds.state.${state}`)}</Badge>
              <Money amount={amount} currency={currency} className={state === 'failed' ? 'text-muted line-through' : ''} />
            </div>
            <p className="mt-2 wrap-anywhere">
              <bdi>{reason}</bdi>
            </p>
            {state === 'failed' && <p className="text-sm text-bad">{failureText(failure)}</p>}
            <p className="text-sm text-muted">
              {t(`refunds.channel.${channel}`)} · {by === null ? t('refunds.byServer') : <bdi className="wrap-anywhere">{t('refunds.by', { email: by })}</bdi>} · <ExactTime at={completedAt ?? createdAt} />
            </p>
            {state === 'succeeded' && <p className="text-sm text-muted">{t(`refunds.told.${letter ?? (customerEmail === null ? 'noAddress' : 'none')}`)}</p>}
          </li>
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-6 border-t pt-3 font-semibold">
        {t('refunds.rest')}
        <Money amount={refundable.amount} currency={currency} />
      </p>
    </Card>
  )

  function failureText(failure: string | null): string {
    if (failure === 'simulator') return t('refunds.failureSimulator')
    return failure ? t('refunds.failure', { reason: failure }) : t('refunds.failureUnknown')
  }
}
