'use client'

import { Keyboard } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { openPanel } from './panel'

export function ShortcutsButton({ className }: { className?: string }) {
  const t = useTranslations('keys.shortcuts')
  return (
    <Button variant="ghost" size="small" className={className} onClick={() => openPanel('shortcuts')}>
      <Keyboard aria-hidden />
      {t('title')}
    </Button>
  )
}
