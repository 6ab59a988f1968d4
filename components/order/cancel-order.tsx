'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { useOrderDecision } from './use-order-decision'

/** Gives up on an open order: one that waits is cancelled, a reserved card released. */
export function CancelOrder({ id, decision }: { id: string; decision: 'cancel' | 'release' }) {
  const t = useTranslations('orders')
  const [isAsking, setIsAsking] = useState(false)
  const { mutate, isPending } = useOrderDecision(id, decision)
  return (
    <AlertDialog
      trigger={<Button variant="secondary">{t(`${decision}.button`)}</Button>}
      open={isAsking}
      onOpenChange={setIsAsking}
      title={t(`${decision}.title`)}
      description={t(`${decision}.text`)}
      confirmLabel={t(`${decision}.confirm`)}
      cancelLabel={t('cancel.keep')}
      danger
      pending={isPending}
      onConfirm={() => mutate(undefined, { onSettled: () => setIsAsking(false) })}
    />
  )
}
