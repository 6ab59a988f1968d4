'use client'

import { Pause, Play } from 'lucide-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { Button } from '@/components/ui/button'
import { pauseEndpointAction, resumeEndpointAction } from '@/lib/webhook/actions'
import type { EndpointView } from '@/lib/webhook/views'
import { useWebhookChange } from './use-webhook-change'
import { endpointQuery } from './webhook-queries'

/** Pauses an active webhook; turns on one that is paused or that was turned off. Shows at once. */
export function PauseButton({ endpoint: { id, state } }: { endpoint: EndpointView }) {
  const t = useTranslations('webhooks.actions')
  const queryClient = useQueryClient()
  const show = (next: Pick<EndpointView, 'state' | 'disabledReason'>) => {
    queryClient.setQueryData(endpointQuery(id).queryKey, (endpoint) => endpoint && { ...endpoint, ...next })
  }
  const pause = useWebhookChange(pauseEndpointAction, () => toast.success(t('paused')))
  const resume = useWebhookChange(resumeEndpointAction, () => toast.success(t('resumed')))

  if (state === 'enabled') {
    const begin = () => {
      show({ state: 'paused', disabledReason: null })
      pause.mutate({ id })
    }
    return (
      <Button variant="secondary" onClick={begin}>
        <Pause aria-hidden />
        {t('pause')}
      </Button>
    )
  }
  const begin = () => {
    show({ state: 'enabled', disabledReason: null })
    resume.mutate({ id })
  }
  return (
    <Button variant="secondary" onClick={begin}>
      <Play aria-hidden />
      {t('resume')}
    </Button>
  )
}
