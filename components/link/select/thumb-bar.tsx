'use client'

import { useState } from 'react'
import dynamic from 'next/dynamic'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CHANGE_ICONS } from './change-icons'
import type { BulkActions } from './use-bulk-actions'
import type { Selection } from './use-selection'

// Its code comes when it is first asked for.
const SelectionSheet = dynamic(() => import('./selection-sheet').then((module) => module.SelectionSheet), { ssr: false })

/** Where links are cards, on phones and tablets, within reach of the thumb: what is wanted most, and the rest behind one button. */
export function ThumbBar({ selection, actions }: { selection: Selection; actions: BulkActions }) {
  const t = useTranslations('bulk.select')
  const [isOpen, setIsOpen] = useState(false)
  const { isAllMatching, isSelecting, selected, clear } = selection
  const { isOff, ask } = actions
  const [main = 'pause'] = actions.changes
  const Icon = CHANGE_ICONS[main]

  if (!isSelecting) return null
  return (
    <div role="toolbar" aria-label={t('toolbar')} className="sticky bottom-[calc(var(--bottom-bar)+0.5rem)] z-20 -mx-2 mt-3 flex items-center gap-2 rounded-lg border bg-card p-2 shadow-float xl:hidden">
      <Button variant="ghost" size="icon" aria-label={t('clear')} onClick={clear}>
        <X aria-hidden />
      </Button>
      <p aria-live="polite" className="min-w-0 flex-1 truncate text-sm font-semibold">{isAllMatching ? t('all') : t('count', { count: selected.size })}</p>
      <Button variant="secondary" size="small" disabled={isOff} onClick={() => ask(main)}>
        <Icon aria-hidden />
        {t(main)}
      </Button>
      <Button variant="secondary" size="small" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>{t('more')}</Button>
      {isOpen && <SelectionSheet selection={selection} actions={actions} onClose={() => setIsOpen(false)} />}
    </div>
  )
}
