'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CHANGE_ICONS } from './change-icons'
import type { BulkActions } from './use-bulk-actions'
import type { Selection } from './use-selection'

/** Above the list: where selecting begins, and on a laptop what can be done with the selection. */
export function SelectionBar({ selection, actions }: { selection: Selection; actions: BulkActions }) {
  const t = useTranslations('bulk.select')
  const { isAllMatching, isSelecting, isPageSelected, selected, clear, selectAllMatching, start } = selection
  const { changes, isOff, ask, exportThem } = actions

  if (!isSelecting) {
    return <Button variant="secondary" size="small" className="mb-3 xl:hidden" onClick={start}>{t('start')}</Button>
  }
  return (
    <div role="toolbar" aria-label={t('toolbar')} className="sticky top-2 z-20 mb-3 flex flex-wrap items-center gap-2 rounded-lg border bg-card p-2 shadow-float max-xl:hidden">
      <p aria-live="polite" className="px-2 font-semibold">{isAllMatching ? t('allSelected') : t('count', { count: selected.size })}</p>
      {!isAllMatching && <Button variant="ghost" size="small" onClick={isPageSelected ? selectAllMatching : selection.togglePage}>{isPageSelected ? t('allMatching') : t('page')}</Button>}
      <div className="flex flex-wrap gap-2 ml-auto">
        {changes.map((change) => {
          const Icon = CHANGE_ICONS[change]
          return (
            <Button key={change} variant="secondary" size="small" disabled={isOff} onClick={() => ask(change)}>
              <Icon aria-hidden />
              {t(change)}
            </Button>
          )
        })}
        <Button variant="secondary" size="small" disabled={isOff} onClick={exportThem}>
          <Download aria-hidden />
          {t('export')}
        </Button>
        <Button variant="ghost" size="small" onClick={clear}>{t('clear')}</Button>
      </div>
    </div>
  )
}
