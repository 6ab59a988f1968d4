'use client'

import Link from 'next/link'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CloseButton } from '@/components/ui/close-button'
import { cn } from '@/components/ui/cn'
import { isDelivered } from '@/lib/webhook/rules'
import type { DeliveryDetails } from '@/lib/webhook/views'
import { useVerdictText } from './use-verdict-text'

type TestResultProps = { endpointId: string; delivery: DeliveryDetails; onClose: () => void }

/** How the test went that was just sent: truthfully, and at once. */
export function TestResult({ endpointId, delivery, onClose }: TestResultProps) {
  const t = useTranslations('webhooks.test')
  const { verdictOf } = useVerdictText()
  const attempt = delivery.attempts[0]
  const isReceived = attempt !== undefined && isDelivered(attempt)
  const Icon = isReceived ? CircleCheck : CircleAlert
  return (
    <div className={cn('mb-4 flex items-start gap-3 rounded-lg py-2 pr-2 pl-4 text-sm', isReceived ? 'bg-ok-soft text-ok' : 'bg-bad-soft text-bad')}>
      <Icon aria-hidden className="mt-2.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1 py-2.5">
        <p className="text-base font-semibold">{t(isReceived ? 'received' : 'missed')}</p>
        {attempt && <p>{verdictOf(attempt)}</p>}
        <Link href={`/settings/webhooks/${endpointId}/deliveries/${delivery.id}`} className="inline-flex min-h-11 items-center font-semibold underline">
          {t('details')}
        </Link>
      </div>
      <CloseButton onClick={onClose} />
    </div>
  )
}
