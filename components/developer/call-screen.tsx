'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/shell/page-header'
import { Card, CardTitle } from '@/components/ui/card'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { ErrorState } from '@/components/ui/error-state'
import { ExactTime } from '@/components/ui/exact-time'
import { Fact, Facts } from '@/components/ui/facts'
import { CallStatusBadge, Duration } from './call-status'
import { callQuery } from './developer-queries'

/** One call: what was asked and what was answered, without personal data. */
export function CallScreen({ id }: { id: string }) {
  const t = useTranslations('developers.requests')
  const common = useTranslations('common')
  const { data: call, isFetching, refetch } = useQuery(callQuery(id))
  if (!call) return <ErrorState pending={isFetching} onRetry={() => void refetch()} />
  const { method, path, status, durationMs, at, keyName, idempotencyKey, userAgent, requestBody, responseBody } = call
  const title = `${method} ${path.split('?')[0]}`
  return (
    <>
      <PageHeader
        title={title}
        badge={<CallStatusBadge status={status} />}
        parent={{ href: '/settings/developers/requests', label: t('title'), here: title, navigationLabel: common('breadcrumb') }}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <Facts className="*:first:border-t-0 *:first:pt-0">
            <Fact label={t('path')}>
              <code dir="ltr" className="text-left text-xs wrap-anywhere">
                {path}
              </code>
              <CopyButton text={path} iconOnly variant="ghost" className="-my-2.5 -mr-2.5" name={t('copyPath')} />
            </Fact>
            <Fact label={t('when')}>
              <ExactTime at={at} />
            </Fact>
            <Fact label={t('duration')}>
              <Duration milliseconds={durationMs} />
            </Fact>
            <Fact label={t('key')}>
              <bdi>{keyName}</bdi>
            </Fact>
            {idempotencyKey !== null && (
              <Fact label="Idempotency-Key">
                <code dir="ltr" className="text-left text-xs wrap-anywhere">
                  {idempotencyKey}
                </code>
              </Fact>
            )}
            {userAgent !== null && (
              <Fact label="User-Agent">
                <span dir="ltr" className="text-left text-xs wrap-anywhere">
                  {userAgent}
                </span>
              </Fact>
            )}
          </Facts>
        </Card>
        <div className="flex min-w-0 flex-col gap-4">
          <BodyCard title={t('requestBody')} body={requestBody} />
          <BodyCard title={t('responseBody')} body={responseBody} />
          <p className="text-sm text-muted">{t('redacted')}</p>
        </div>
      </div>
    </>
  )
}

function BodyCard({ title, body }: { title: string; body: unknown }) {
  const t = useTranslations('developers.requests')
  return (
    <Card>
      <CardTitle className="mb-2">{title}</CardTitle>
      {body === null ? <p className="text-base text-muted md:text-sm">{t('noBody')}</p> : <CodeBlock label={title}>{JSON.stringify(body, null, 2)}</CodeBlock>}
    </Card>
  )
}
