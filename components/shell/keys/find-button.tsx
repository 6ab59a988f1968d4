'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { openPanel } from './panel'

/** Opens the command palette: a row in the side navigation, an icon in the phone's top bar. */
export function FindButton({ iconOnly = false }: { iconOnly?: boolean }) {
  const t = useTranslations('keys')
  if (iconOnly) {
    return (
      <Button variant="ghost" size="icon" aria-label={t('findHint')} title={t('findHint')} onClick={() => openPanel('palette')}>
        <Search aria-hidden />
      </Button>
    )
  }
  return (
    <Button variant="secondary" className="mb-4 w-full justify-start gap-2.5 px-3 font-normal text-muted md:h-11" aria-label={t('findHint')} aria-keyshortcuts="Control+K Meta+K" onClick={() => openPanel('palette')}>
      <Search aria-hidden />
      {t('find')}
      <kbd aria-hidden className="ml-auto font-sans text-xs">
        Ctrl K
      </kbd>
    </Button>
  )
}
