'use client'

import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { RelativeTime } from '@/components/ui/relative-time'
import { isRejectReason } from '@/lib/claim/schema'
import type { ConfirmationView } from '@/lib/confirmation/views'
import { formatMoney } from '@/lib/money/format-money'
import { orderMoneyQuery } from './review-queries'
import { SecondPayment } from './second-payment'

/** On an order's page: what was confirmed about its money and by whom, and whose missing money it is. Nothing where nobody decided anything. */
export function OrderMoneyCard({ id }: { id: string }) {
  const t = useTranslations('review')
  const { data: money } = useQuery(orderMoneyQuery(id))
  if (!money || (money.confirmations.length === 0 && !money.restOf && !money.canComeTwice)) return null
  const { confirmations, currency, restOf } = money
  return (
    <Card>
      <CardTitle>{t('log.title')}</CardTitle>
      {restOf && (
        <p className="mt-1 text-base md:text-sm">
          {t('rest.of')}{' '}
          <Link href={`/orders/${restOf.id}`} className="inline-flex min-h-11 items-center font-semibold wrap-anywhere text-accent tabular-nums hover:underline">{restOf.orderId}</Link>
        </p>
      )}
      {confirmations.length > 0 && (
        <>
          <p className="mt-1 text-sm text-muted">{t('log.text')}</p>
          <ol className="mt-3 text-base md:text-sm">
            {confirmations.map((line) => (
              <li key={line.number} className="border-t py-2.5">
                <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                  <span className="font-semibold">{typeOf(line)}</span>
                  {line.received !== null && <span className="tabular-nums">{amountOf(line, line.received)}</span>}
                </span>
                {line.reason && <span className="block wrap-anywhere" dir="auto">{isRejectReason(line.reason) ? t(`reject.reasons.${line.reason}`) : line.reason}</span>}
                <span className="block text-sm text-muted">
                  {t('log.number', { number: String(line.number) })} · {t(line.isBySeller ? 'log.by.seller' : 'log.by.system')} · <RelativeTime at={line.at} />
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      {money.canComeTwice && <SecondPayment id={id} money={money} />}
    </Card>
  )

  function typeOf({ type }: ConfirmationView): string {
    const key = `log.types.${type}` as 'log.types.confirmed'
    return t.has(key) ? t(key) : t('log.types.confirmed')
  }

  function amountOf({ expected }: ConfirmationView, received: number): string {
    const came = formatMoney(received, currency)
    return expected === null || expected === received ? came : t('log.amount', { received: came, expected: formatMoney(expected, currency) })
  }
}
