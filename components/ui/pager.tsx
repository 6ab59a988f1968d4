'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from './button'

type PagerProps = {
  /** Absent on the first page. */
  onNewer?: (() => void) | undefined
  /** Absent on the last page. */
  onOlder?: (() => void) | undefined
}

/** Pages of a newest-first list. Nothing when there is but one. */
export function Pager({ onNewer, onOlder }: PagerProps) {
  const t = useTranslations('common')
  if (!onNewer && !onOlder) return null
  return (
    <nav aria-label={t('pages')} className="mt-4 flex justify-end gap-2">
      <Button variant="secondary" disabled={!onNewer} onClick={onNewer}>
        <ChevronLeft aria-hidden />
        {t('newer')}
      </Button>
      <Button variant="secondary" disabled={!onOlder} onClick={onOlder}>
        {t('older')}
        <ChevronRight aria-hidden />
      </Button>
    </nav>
  )
}
