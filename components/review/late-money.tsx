'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { buttonVariants } from '@/components/ui/button-variants'
import { acceptOrderAction } from '@/lib/order/actions'
import { useMoneyChange } from './use-money-change'

/** The money came after the order had ended: the seller takes it for a place that is free, or gives it back on the order's page. */
export function LateMoney({ id, onAccepted }: { id: string; onAccepted: () => void }) {
  const t = useTranslations('review.followUp.late')
  const { mutate, isPending } = useMoneyChange(acceptOrderAction, t('accepted'))
  return (
    <div className="my-3 rounded-md bg-warn-soft p-3.5">
      <p className="text-base md:text-sm">{t('text')}</p>
      <div className="mt-3 flex flex-wrap gap-2 max-md:*:flex-1">
        <Button pending={isPending} onClick={() => mutate({ id }, { onSuccess: onAccepted })}>{t('accept')}</Button>
        <Link href={`/orders/${id}`} className={buttonVariants({ variant: 'secondary' })}>{t('refund')}</Link>
      </div>
    </div>
  )
}
