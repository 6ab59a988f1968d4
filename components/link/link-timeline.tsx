'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useCustomerName } from '@/components/shell/use-customer-name'
import { Card, CardTitle } from '@/components/ui/card'
import { RelativeTime } from '@/components/ui/relative-time'
import type { LinkTimelineEntry } from '@/lib/link/views'
import { formatMoney } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'
import type { OrderStatus } from '@/lib/order/status'
import type { OrderTimelineEntry } from '@/lib/order/views'
import { ChangeLines } from './edit/change-lines'

const DOTS = {
  pending: 'bg-warn', authorized: 'bg-warn', in_review: 'bg-warn', paid: 'bg-ok', paid_late: 'bg-bad', partially_refunded: 'bg-line-strong',
  refunded: 'bg-line-strong', denied: 'bg-bad', cancelled: 'bg-line-strong', expired: 'bg-line-strong',
} as const satisfies Record<OrderStatus, string>

/** What happened to a link and to its orders, newest first. */
export function LinkTimeline({ entries, currency }: { entries: (LinkTimelineEntry | OrderTimelineEntry)[]; /** The link's. */ currency: Currency }) {
  const t = useTranslations('links.timeline')
  const methodName = useTranslations('methods')
  return (
    <Card>
      <CardTitle>{t('title')}</CardTitle>
      <ol className="mt-4 flex flex-col gap-4">
        {entries.map((entry, index) => (
          <li key={entries.length - index} className="flex gap-3">
            <span aria-hidden className={`mt-1.5 size-2 shrink-0 rounded-full ${entry.kind === 'order' ? DOTS[entry.to] : 'bg-line-strong'}`} />
            <div className="min-w-0 text-sm wrap-anywhere">
              {entry.kind === 'order' ? <OrderNews entry={entry} /> : <LinkNews entry={entry} currency={currency} />}
              <p className="mt-0.5 text-xs text-muted">
                <RelativeTime at={entry.at} />
                {entry.kind === 'order' && entry.to === 'paid' && ` · ${methodName(entry.paymentMethod)}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function LinkNews({ entry, currency }: { entry: LinkTimelineEntry; currency: Currency }) {
  const t = useTranslations('links.timeline')
  const edited = useTranslations('editing.changes')
  if (entry.type !== 'edited') {
    return (
      <>
        <p>{t(`link.${entry.type}`)}</p>
        <ChangeLines changes={entry.changes} currency={currency} />
      </>
    )
  }
  return (
    <>
      <p>{entry.by === null ? edited('byServer') : edited.rich('by', { who: () => <bdi>{entry.by}</bdi> })}</p>
      <ChangeLines changes={entry.changes} currency={currency} />
    </>
  )
}

function OrderNews({ entry: { id, to, customerName, paymentMethod, amount, currency } }: { entry: OrderTimelineEntry }) {
  const t = useTranslations('links.timeline.order')
  const nameOf = useCustomerName()
  const methodName = useTranslations('methods')
  return (
    <Link href={`/orders/${id}`} className="hover:underline">
      {t.rich(to, { who: () => <bdi>{nameOf(customerName)}</bdi>, amount: formatMoney(amount, currency), method: methodName(paymentMethod) })}
    </Link>
  )
}
