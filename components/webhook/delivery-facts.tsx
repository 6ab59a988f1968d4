'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { ExactTime } from '@/components/ui/exact-time'
import { Fact, Facts } from '@/components/ui/facts'
import type { DeliveryDetails } from '@/lib/webhook/views'

export function DeliveryFacts({ delivery: { id, type, orderId, orderName, url, state, createdAt, completedAt, nextAttemptAt } }: { delivery: DeliveryDetails }) {
  const t = useTranslations('webhooks.delivery')
  const messageId = `msg_${id}`
  return (
    <Facts className="*:first:border-t-0 *:first:pt-0">
      {orderId && (
        <Fact label={t('order')}>
          <Link href={`/orders/${orderId}`} className="-my-2.5 inline-flex min-h-11 items-center font-semibold text-accent tabular-nums hover:underline">
            {orderName}
          </Link>
        </Fact>
      )}
      <Fact label={t('event')}>
        <code>{type}</code>
      </Fact>
      <Fact label={t('id')}>
        <code className="text-left text-xs wrap-anywhere">{messageId}</code>
        <CopyButton text={messageId} iconOnly variant="ghost" className="-my-2.5 -mr-2.5" name={t('copyId')} />
      </Fact>
      <Fact label={t('url')}>
        <code dir="ltr" className="text-left text-xs wrap-anywhere">
          {url}
        </code>
      </Fact>
      <Fact label={t('created')}>
        <ExactTime at={createdAt} />
      </Fact>
      {completedAt && (
        <Fact label={t(`completed.${state}`)}>
          <ExactTime at={completedAt} />
        </Fact>
      )}
      {state === 'pending' && nextAttemptAt && (
        <Fact label={t('nextTry')}>
          <ExactTime at={nextAttemptAt} />
        </Fact>
      )}
    </Facts>
  )
}
