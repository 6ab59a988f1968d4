'use client'

import { useRouter } from 'next/navigation'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { useErrorText } from '@/components/ui/error-text'
import { shipOrderAction, unshipOrderAction } from '@/lib/order/actions'
import { orderKeys } from './order-queries'

/** Marks an order as shipped, or takes it back; one tap, with a way back beside what it says. */
export function useShipping(id: string) {
  const t = useTranslations('orders.shipping')
  const { describe } = useErrorText()
  const queryClient = useQueryClient()
  const router = useRouter()
  const mutation = useMutation({
    mutationFn: (isShipped: boolean) => unwrap(isShipped ? shipOrderAction({ id }) : unshipOrderAction({ id })),
    onSuccess: (_, isShipped) => {
      toast.success(t(isShipped ? 'done' : 'undone'), isShipped ? { duration: 10_000, action: { label: t('undo'), onClick: () => mutation.mutate(false) } } : {})
    },
    onError: (error) => toast.error(describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' })),
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: orderKeys.all })
      // The recap is drawn by the server.
      router.refresh()
    },
  })
  return mutation
}
