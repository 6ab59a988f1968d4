'use client'

import type { ReactNode } from 'react'
import { CheckCheck, Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { CHANGE_ICONS } from './change-icons'
import type { BulkActions } from './use-bulk-actions'
import type { Selection } from './use-selection'

type SelectionSheetProps = { selection: Selection; actions: BulkActions; onClose: () => void }

/** Everything that the thumb's bar has no room for, each as wide as the screen. */
export function SelectionSheet({ selection, actions: { changes, isOff, ask, exportThem }, onClose }: SelectionSheetProps) {
  const t = useTranslations('bulk.select')
  const { isAllMatching, isPageSelected, selected, selectAllMatching, togglePage } = selection
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent title={isAllMatching ? t('allSelected') : t('count', { count: selected.size })}>
        <ul className="-mx-2">
          {!isAllMatching && row(isPageSelected ? t('allMatching') : t('page'), <CheckCheck aria-hidden />, { onTap: isPageSelected ? selectAllMatching : togglePage, isAlways: true })}
          {changes.slice(1).map((change) => {
            const Icon = CHANGE_ICONS[change]
            return row(t(change), <Icon aria-hidden />, { onTap: () => ask(change), isDanger: change === 'delete' })
          })}
          {row(t('export'), <Download aria-hidden />, { onTap: exportThem })}
        </ul>
      </DialogContent>
    </Dialog>
  )

  function row(label: string, icon: ReactNode, { onTap, isAlways = false, isDanger = false }: { onTap: () => void; isAlways?: boolean; isDanger?: boolean }) {
    const tap = () => {
      onClose()
      onTap()
    }
    return (
      <li key={label}>
        <Button variant="ghost" size="large" className={cn('w-full justify-start px-3', isDanger && 'text-bad hover:bg-bad-soft')} disabled={isOff && !isAlways} onClick={tap}>
          {icon}
          {label}
        </Button>
      </li>
    )
  }
}
