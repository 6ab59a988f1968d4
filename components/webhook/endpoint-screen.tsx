'use client'

import { useState } from 'react'
import { Send } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { sendTestAction } from '@/lib/webhook/actions'
import { CreatedNotice } from './created-notice'
import { DeleteEndpointDialog } from './delete-endpoint-dialog'
import { DeliveryList } from './delivery-list'
import { EndpointBadge } from './endpoint-badge'
import { EndpointFacts } from './endpoint-facts'
import { EndpointMenu } from './endpoint-menu'
import { endpointName } from './endpoint-name'
import { EndpointNotice } from './endpoint-notice'
import { PauseButton } from './pause-button'
import { ResendSinceDialog } from './resend-since-dialog'
import { SecretCard } from './secret-card'
import { TestResult } from './test-result'
import { useWebhookChange } from './use-webhook-change'
import { endpointQuery } from './webhook-queries'

/** One webhook: whether it works, what was sent, and how it is set. */
export function EndpointScreen({ id, isNew }: { id: string; isNew: boolean }) {
  const t = useTranslations('webhooks')
  const common = useTranslations('common')
  const { data: endpoint, isFetching, refetch } = useQuery(endpointQuery(id))
  const test = useWebhookChange(sendTestAction, () => undefined)
  const [dialog, setDialog] = useState<'resend' | 'delete' | null>(null)
  if (!endpoint) return <ErrorState pending={isFetching} onRetry={() => void refetch()} />
  const name = endpointName(endpoint)
  const close = () => setDialog(null)

  return (
    <>
      <PageHeader
        title={name}
        badge={<EndpointBadge endpoint={endpoint} />}
        parent={{ href: '/settings/webhooks', label: t('title'), here: name, navigationLabel: common('breadcrumb') }}
        actions={
          <>
            <Button pending={test.isPending} onClick={() => test.mutate({ id })}>
              <Send aria-hidden />
              {t('actions.sendTest')}
            </Button>
            <PauseButton endpoint={endpoint} />
            <EndpointMenu onResend={() => setDialog('resend')} onDelete={() => setDialog('delete')} />
          </>
        }
      />
      <div role="status">{test.data && <TestResult endpointId={id} delivery={test.data} onClose={test.reset} />}</div>
      {isNew && <CreatedNotice id={id} />}
      <EndpointNotice endpoint={endpoint} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <DeliveryList endpointId={id} />
        <div className="flex min-w-0 flex-col gap-4">
          <EndpointFacts endpoint={endpoint} />
          <SecretCard endpoint={endpoint} />
        </div>
      </div>
      <ResendSinceDialog endpointId={id} open={dialog === 'resend'} onClose={close} />
      <DeleteEndpointDialog endpoint={endpoint} open={dialog === 'delete'} onClose={close} />
    </>
  )
}
