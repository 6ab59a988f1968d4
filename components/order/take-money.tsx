'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { useOrderDecision } from './use-order-decision'

/** Takes what is waiting: charges a reserved card, or accepts money that came late. */
export function TakeMoney({ id, decision }: { id: string; decision: 'capture' | 'accept' }) {
  const t = useTranslations('orders')
  const { mutate, isPending } = useOrderDecision(id, decision)
  return (
    <Button pending={isPending} onClick={() => mutate()}>
      {t(`${decision}.button`)}
    </Button>
  )
}
