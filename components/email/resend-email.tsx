'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { Button } from '@/components/ui/button'
import { useErrorText } from '@/components/ui/error-text'
import { resendEmailAction } from '@/lib/email/actions'
import { emailKeys } from './email-queries'

export function ResendEmail({ id, hasFailed }: { id: string; hasFailed: boolean }) {
  const t = useTranslations('outbox')
  const { describe } = useErrorText()
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => unwrap(resendEmailAction({ id })),
    onSuccess: () => toast.success(t('resent')),
    onError: (error) => toast.error(describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: emailKeys.all }),
  })
  return (
    <Button pending={isPending} onClick={() => mutate()}>
      <Send aria-hidden />
      {hasFailed ? t('resendFailed') : t('resend')}
    </Button>
  )
}
