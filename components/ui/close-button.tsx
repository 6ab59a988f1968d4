'use client'

import type { ComponentProps } from 'react'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonVariants } from './button-variants'
import { cn } from './cn'

export function CloseButton({ className, ...props }: Omit<ComponentProps<'button'>, 'children'>) {
  const t = useTranslations('common')
  return (
    <button type="button" aria-label={t('close')} className={cn(buttonVariants({ variant: 'ghost', size: 'icon' }), className)} {...props}>
      <X aria-hidden />
    </button>
  )
}
