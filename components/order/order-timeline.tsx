'use client'

import { useTranslations } from 'next-intl'
import { RelativeTime } from '@/components/ui/relative-time'
import { Timeline, TimelineEntry } from '@/components/ui/timeline'
import { formatMoney } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'
import type { OrderEventView } from '@/lib/order/views'
import { ORDER_TONES } from './order-status-badge'
import { reasonText } from './reason-text'

/** What happened to an order, newest first: what, from which status to which, by whom, when and why. */
export function OrderTimeline({ events, currency }: { events: OrderEventView[]; currency: Currency }) {
  const t = useTranslations('orders')
  return (
    <Timeline>
      {events.map((event, index) => (
        <TimelineEntry
          key={index}
          tone={ORDER_TONES[event.to]}
          detail={
            <>
              {event.from && event.from !== event.to && (
                <span className="block">
                  {t(`status.${event.from}`)} <span aria-hidden>→</span>
                  <span className="sr-only">{t('becomes')}</span> {t(`status.${event.to}`)}
                </span>
              )}
              {event.reason && (
                <span className="block wrap-anywhere"><bdi>{reasonText(event.reason, t)}</bdi></span>
              )}
              {t(`actors.${event.actor}`)} · <RelativeTime at={event.at} />
            </>
          }
        >
          {sentenceOf(event)}
        </TimelineEntry>
      ))}
    </Timeline>
  )

  function sentenceOf({ type, from, to, actor, amount }: OrderEventView): string {
    if (amount !== null) return t('events.refund', { amount: formatMoney(amount, currency) })
    if (type === 'ship' || type === 'unship') return t(`events.${type}`)
    if (type === 'reject') return t('events.rejected')
    if (type === 'accept') return t('events.accepted')
    if (to === 'cancelled') return t(from === 'authorized' ? 'events.released' : actor === 'seller' ? 'events.cancelledBySeller' : 'events.cancelled')
    if (to === 'paid' && from === 'authorized') return t('events.captured')
    return t(`events.${to}`)
  }
}
