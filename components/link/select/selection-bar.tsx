'use client'

import { useState } from 'react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { Download, Pause, Play, RotateCcw, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { MAX_SELECTED, type ChangeName } from '@/lib/bulk-change/rules'
import type { LinkTarget } from '@/lib/bulk-change/schema'
import type { LinkFilter } from '@/lib/link/filter'
import type { Selection } from './use-selection'

const BulkQuestion = dynamic(() => import('./bulk-question').then((module) => module.BulkQuestion), { ssr: false })

const ICONS = { pause: Pause, resume: Play, delete: Trash2, restore: RotateCcw } as const satisfies Record<ChangeName, unknown>

/** What can be done with the links that are selected. Deleted ones can only come back. */
export function SelectionBar({ selection, filter }: { selection: Selection; filter: LinkFilter }) {
  const t = useTranslations('bulk.select')
  const router = useRouter()
  const [asked, setAsked] = useState<{ change: ChangeName; target: LinkTarget } | null>(null)
  const { isAllMatching, isSelecting, isPageSelected, selected, clear, selectAllMatching, start } = selection
  const { q, status } = filter
  const changes: ChangeName[] = status === 'deleted' ? ['restore'] : ['pause', 'resume', 'delete']
  const isNothing = !isAllMatching && selected.size === 0
  const isTooMany = !isAllMatching && selected.size > MAX_SELECTED
  const target = (): LinkTarget => (isAllMatching ? { ...(q && { q }), ...(status && { status }) } : { ids: [...selected.keys()] })

  if (!isSelecting) {
    return <Button variant="secondary" size="small" className="mb-3 xl:hidden" onClick={start}>{t('start')}</Button>
  }
  return (
    <div role="toolbar" aria-label={t('toolbar')} className="sticky top-2 z-20 mb-3 flex flex-wrap items-center gap-2 rounded-lg border bg-card p-2 shadow-float">
      <p aria-live="polite" className="px-2 font-semibold">{isAllMatching ? t('allSelected') : t('count', { count: selected.size })}</p>
      {!isAllMatching && <Button variant="ghost" size="small" onClick={isPageSelected ? selectAllMatching : selection.togglePage}>{isPageSelected ? t('allMatching') : t('page')}</Button>}
      <div className="flex flex-wrap gap-2 md:ml-auto">
        {changes.map((change) => {
          const Icon = ICONS[change]
          return (
            <Button key={change} variant="secondary" size="small" disabled={isNothing || isTooMany} onClick={() => setAsked({ change, target: target() })}>
              <Icon aria-hidden />
              <span className="max-md:sr-only">{t(change)}</span>
            </Button>
          )
        })}
        <Button variant="secondary" size="small" disabled={isNothing || isTooMany} onClick={() => router.push(exportAddress(target()))}>
          <Download aria-hidden />
          <span className="max-md:sr-only">{t('export')}</span>
        </Button>
        <Button variant="ghost" size="small" onClick={clear}>{t('clear')}</Button>
      </div>
      {asked && <BulkQuestion {...asked} onClose={() => setAsked(null)} onDone={clear} />}
    </div>
  )
}

function exportAddress(target: LinkTarget): string {
  const query = new URLSearchParams('ids' in target ? { ids: target.ids.join(',') } : { ...(target.q && { q: target.q }), ...(target.status && { status: target.status }) })
  return `/exports?${query}`
}
