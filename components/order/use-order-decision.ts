'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { useErrorText } from '@/components/ui/error-text'
import { acceptOrderAction, cancelOrderAction, captureOrderAction, receiveMoneyAction } from '@/lib/order/actions'
import { orderKeys } from './order-queries'

const ACTIONS = { cancel: cancelOrderAction, release: cancelOrderAction, accept: acceptOrderAction, capture: captureOrderAction, 'own.receive': receiveMoneyAction } as const

export type OrderDecision = keyof typeof ACTIONS

/** What a seller decides about an order, and says so; a refusal comes with its sentence. */
export function useOrderDecision(id: string, decision: OrderDecision) {
  const t = useTranslations('orders')
  const { describe } = useErrorText()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (more: Record<string, unknown> | void) => unwrap(ACTIONS[decision]({ id, ...more })),
    onSuccess: () => toast.success(t(`${decision}.done`)),
    onError: (error) => toast.error(describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' })),
    // Also after a refusal: the order is then something else than what is on the screen.
    onSettled: () => queryClient.invalidateQueries({ queryKey: orderKeys.all }),
  })
}
