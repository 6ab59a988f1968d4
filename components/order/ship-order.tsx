'use client'

import { PackageCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { ButtonVariants } from '@/components/ui/button-variants'
import { useShipping } from './use-shipping'

/** @param name whose order, where several stand in a list */
export function ShipOrder({ id, name, variant = 'primary', size }: { id: string; name?: string } & ButtonVariants) {
  const t = useTranslations('orders.shipping')
  const { mutate, isPending } = useShipping(id)
  return (
    <Button variant={variant} size={size} pending={isPending} aria-label={name && t('buttonNamed', { name })} onClick={() => mutate(true)}>
      <PackageCheck aria-hidden />
      {t('button')}
    </Button>
  )
}

export function UnshipOrder({ id }: { id: string }) {
  const t = useTranslations('orders.shipping')
  const { mutate, isPending } = useShipping(id)
  return (
    <Button variant="ghost" size="small" className="-my-2.5 text-accent" pending={isPending} onClick={() => mutate(false)}>
      {t('takeBack')}
    </Button>
  )
}
