'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/ui/toast'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { useErrorText } from '@/components/ui/error-text'
import type { Result } from '@/lib/platform/result'
import { moneyKeys } from './money-queries'

/** Anything a seller does with money; a refusal is said here. Afterwards everything known about it is asked again. */
export function useMoneyChange<Input, Value>(send: (input: Input) => Promise<Result<Value>>, onSuccess: (value: Value) => void) {
  const queryClient = useQueryClient()
  const { describe } = useErrorText()
  return useMutation({
    mutationFn: (input: Input) => unwrap(send(input)),
    onSuccess,
    onError: (error) => toast.error(describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: moneyKeys.all }),
  })
}
