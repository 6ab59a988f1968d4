'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/ui/toast'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { useErrorText } from '@/components/ui/error-text'
import type { Result } from '@/lib/platform/result'

/** Settles something about an order's money; the order and its log are asked for again either way. */
export function useMoneyChange<Input>(send: (input: Input) => Promise<Result<null>>, done: string) {
  const { describe } = useErrorText()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => unwrap(send(input)),
    onSuccess: () => toast.success(done),
    onError: (error) => toast.error(describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['orders'] }),
  })
}
