'use client'

import { RotateCw } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { Card, CardTitle } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { resendDeliveryAction } from '@/lib/webhook/actions'
import { isDelivered } from '@/lib/webhook/rules'
import { AttemptEntry } from './attempt-entry'
import { DeliveryBadge } from './delivery-badge'
import { DeliveryFacts } from './delivery-facts'
import { PayloadCard } from './payload-card'
import { useWebhookChange } from './use-webhook-change'
import { deliveryQuery } from './webhook-queries'

/** One notification: what it said, and every try to bring it. */
export function DeliveryScreen({ parent, id }: { parent: { href: string; label: string }; id: string }) {
  const t = useTranslations('webhooks')
  const common = useTranslations('common')
  const { data: delivery, isFetching, refetch } = useQuery(deliveryQuery(id))
  const resend = useWebhookChange(resendDeliveryAction, ({ attempts: [last] }) => {
    if (last && isDelivered(last)) toast.success(t('delivery.resent'))
    else toast.error(t('delivery.resentFailed'))
  })
  if (!delivery) return <ErrorState pending={isFetching} onRetry={() => void refetch()} />

  return (
    <>
      <PageHeader
        title={t(`types.${delivery.type}`)}
        badge={<DeliveryBadge state={delivery.state} />}
        parent={{ ...parent, here: t(`types.${delivery.type}`), navigationLabel: common('breadcrumb') }}
        actions={
          <Button pending={resend.isPending} onClick={() => resend.mutate({ id })}>
            <RotateCw aria-hidden />
            {t('delivery.resend')}
          </Button>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <Card>
            <DeliveryFacts delivery={delivery} />
            <p className="border-t pt-3 text-sm text-muted">{t('delivery.resendHint')}</p>
          </Card>
          <PayloadCard payload={delivery.payload} />
        </div>
        <Card className="min-w-0 pb-0 md:pb-0">
          <CardTitle className="mb-3">{t('delivery.tries')}</CardTitle>
          {delivery.attempts.length === 0 ? (
            <p className="border-t py-4 text-base text-muted md:text-sm">{t('delivery.noTries')}</p>
          ) : (
            <ol>
              {delivery.attempts.map((attempt, index) => (
                <AttemptEntry key={attempt.number} attempt={attempt} isOpen={index === 0} />
              ))}
            </ol>
          )}
        </Card>
      </div>
    </>
  )
}
