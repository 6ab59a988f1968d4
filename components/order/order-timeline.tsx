'use client'

import { useTranslations } from 'next-intl'
import { RelativeTime } from '@/components/ui/relative-time'
import { Timeline, TimelineEntry } from '@/components/ui/timeline'
import type { OrderEventView } from '@/lib/order/views'
import { ORDER_TONES } from './order-status-badge'

/** What happened to an order, in words, newest first. */
export function OrderTimeline({ events }: { events: OrderEventView[] }) {
  const t = useTranslations('orders.events')
  return (
    <Timeline>
      {events.map((event, index) => (
        <TimelineEntry key={index} tone={ORDER_TONES[event.to]} detail={<RelativeTime at={event.at} />}>
          {event.to === 'cancelled' && event.actor === 'seller' ? t('cancelledBySeller') : t(event.to)}
        </TimelineEntry>
      ))}
    </Timeline>
  )
}
