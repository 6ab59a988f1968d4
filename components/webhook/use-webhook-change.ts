'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { useErrorText } from '@/components/ui/error-text'
import type { Result } from '@/lib/platform/result'
import { webhookKeys } from './webhook-keys'

/**
 * Anything that a seller does to webhooks beside the form: what it says when done is the caller's,
 * a refusal is said here. Afterwards everything known about webhooks is asked again, also after a
 * refusal: then things are otherwise than on the screen.
 */
export function useWebhookChange<Input, Value>(send: (input: Input) => Promise<Result<Value>>, onSuccess: (value: Value) => void) {
  const queryClient = useQueryClient()
  const t = useTranslations('webhooks.actions')
  const { describe } = useErrorText()
  return useMutation({
    mutationFn: (input: Input) => unwrap(send(input)),
    onSuccess,
    onError: (error) => toast.error(t('failed', { reason: describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' }) })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: webhookKeys.all }),
  })
}
