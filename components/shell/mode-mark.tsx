'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { useShop } from './shop-context'

/** Says which mode it is where the switch is out of sight. */
export function ModeMark({ className }: { className?: string }) {
  const t = useTranslations('mode')
  const { mode } = useShop()
  return (
    <Badge tone={mode === 'test' ? 'warn' : 'ok'} {...(className && { className })}>
      {t(`${mode}Name`)}
    </Badge>
  )
}
