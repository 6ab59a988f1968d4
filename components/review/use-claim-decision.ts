'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { useErrorText } from '@/components/ui/error-text'
import type { Result } from '@/lib/platform/result'
import { reviewKeys } from './review-queries'

/** Sends a decision once and says what came of it; a refusal comes with its sentence, and the queue as it is by now. */
export function useClaimDecision<Input>(send: (input: Input) => Promise<Result<null>>, done: 'confirm' | 'reject') {
  const t = useTranslations('review')
  const { describe } = useErrorText()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => unwrap(send(input)),
    onSuccess: () => toast.success(t(`${done}.done`)),
    onError: (error) => toast.error(describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: reviewKeys.all }),
  })
}
