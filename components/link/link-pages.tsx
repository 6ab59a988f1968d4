'use client'

import { useState } from 'react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

type LinkPagesProps = { cursor: string | undefined; next: string | null; onShow: (cursor: string | undefined) => void }

/**
 * Newer and older. A page knows only where the next one begins; the way back is what was walked here,
 * and for somebody who was sent an address in the middle of the list: its beginning.
 */
export function LinkPages({ cursor, next, onShow }: LinkPagesProps) {
  const t = useTranslations('common')
  const [before, setBefore] = useState<Record<string, string | undefined>>({})
  if (!cursor && !next) return null

  const older = () => {
    if (!next) return
    setBefore({ ...before, [next]: cursor })
    onShow(next)
  }

  return (
    <nav aria-label={t('pages')} className="mt-4 flex justify-end gap-2">
      <Button variant="secondary" size="small" disabled={!cursor} onClick={() => onShow(cursor && before[cursor])}>
        <ChevronLeft aria-hidden />
        {t('newer')}
      </Button>
      <Button variant="secondary" size="small" disabled={!next} onClick={older}>
        {t('older')}
        <ChevronRight aria-hidden />
      </Button>
    </nav>
  )
}
