'use client'

import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { useErrorText } from '@/components/ui/error-text'
import { cancelOrderAction } from '@/lib/order/actions'
import { orderKeys } from './order-queries'

export function CancelOrder({ id }: { id: string }) {
  const t = useTranslations('orders.cancel')
  const { describe } = useErrorText()
  const queryClient = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const { mutate, isPending } = useMutation({
    mutationFn: () => unwrap(cancelOrderAction({ id })),
    onSuccess: () => toast.success(t('done')),
    onError: (error) => toast.error(describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' })),
    // Also after a refusal: the order is then something else than what is on the screen.
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: orderKeys.all })
      setIsAsking(false)
    },
  })
  return (
    <AlertDialog
      trigger={<Button variant="secondary">{t('button')}</Button>}
      open={isAsking}
      onOpenChange={setIsAsking}
      title={t('title')}
      description={t('text')}
      confirmLabel={t('confirm')}
      cancelLabel={t('keep')}
      danger
      pending={isPending}
      onConfirm={() => mutate()}
    />
  )
}
