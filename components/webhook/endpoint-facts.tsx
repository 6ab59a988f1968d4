'use client'

import { useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { ExactTime } from '@/components/ui/exact-time'
import { Fact, Facts } from '@/components/ui/facts'
import type { EndpointView } from '@/lib/webhook/views'
import { EditEndpointSheet } from './edit-endpoint-sheet'

export function EndpointFacts({ endpoint }: { endpoint: EndpointView }) {
  const t = useTranslations('webhooks')
  return (
    <Card>
      <div className="-mt-1 mb-2 flex items-center justify-between gap-3">
        <CardTitle>{t('details.title')}</CardTitle>
        <EditEndpointSheet endpoint={endpoint} />
      </div>
      <Facts>
        <Fact label={t('details.url')}>
          <span dir="ltr" className="text-left font-mono text-xs wrap-anywhere">
            {endpoint.url}
          </span>
          <CopyButton text={endpoint.url} iconOnly variant="ghost" className="-my-2.5 -mr-2.5" name={t('details.copyUrl')} />
        </Fact>
        <Fact label={t('details.events')}>
          {endpoint.events.length === 0 ? (
            t('events.all')
          ) : (
            <ul>
              {endpoint.events.map((type) => (
                <li key={type}>{t(`types.${type}`)}</li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact label={t('details.retries')}>{t(`retries.${endpoint.retryPolicy}.name`)}</Fact>
        <Fact label={t('details.added')}>
          <ExactTime at={endpoint.createdAt} />
        </Fact>
      </Facts>
    </Card>
  )
}
