'use client'

import dynamic from 'next/dynamic'
import { useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import type { LinkFilter } from '@/lib/link/filter'
import { isShortSearch, READ_FOR_SHORT_SEARCH } from '@/lib/platform/short-search'
import { FirstLink } from './first-link'
import { LinkListSkeleton } from './link-list-skeleton'
import { LinkPages } from './link-pages'
import { linkListQuery } from './link-queries'
import { LinkTable } from './link-table'
import { SelectionBar } from './select/selection-bar'
import { ThumbBar } from './select/thumb-bar'
import { useBulkActions } from './select/use-bulk-actions'
import { useSelection } from './select/use-selection'
import type { Renewal } from './share/use-renewal'

// Its code comes when it is first asked for.
const BulkQuestion = dynamic(() => import('./select/bulk-question').then((module) => module.BulkQuestion), { ssr: false })

type LinkListProps = { filter: LinkFilter; show: (change: Partial<LinkFilter>) => void; renewal: Renewal }

export function LinkList({ filter, show, renewal }: LinkListProps) {
  const t = useTranslations('links.list')
  const { data, isError, isFetching, isPlaceholderData, refetch } = useQuery(linkListQuery(filter))
  const { q, status, cursor } = filter
  const selection = useSelection(filter, data?.links ?? [])
  const actions = useBulkActions(selection, filter)

  if (!data) {
    return isError ? <ErrorState title={t('failed')} pending={isFetching} onRetry={() => void refetch()} /> : <LinkListSkeleton />
  }
  if (data.links.length === 0 && !isPlaceholderData) {
    if (cursor) return nothing('endOfList', t('endOfList.first'), () => show({ cursor: undefined }))
    if (q && isShortSearch(q)) return nothing('tooShort', t('tooShort.reset'), () => show({ q: undefined, status: undefined }))
    if (q || status) return nothing('noResults', t('noResults.reset'), () => show({ q: undefined, status: undefined }))
    return <FirstLink />
  }
  return (
    <>
      <SelectionBar selection={selection} actions={actions} />
      <LinkTable links={data.links} isOld={isPlaceholderData} selection={selection} renewal={renewal} />
      <LinkPages cursor={cursor} next={isPlaceholderData ? null : data.next} onShow={turnTo} />
      <ThumbBar selection={selection} actions={actions} />
      {actions.asked && <BulkQuestion {...actions.asked} onClose={actions.close} onDone={selection.clear} />}
    </>
  )

  function turnTo(place: string | undefined) {
    show({ cursor: place })
    window.scrollTo({ top: 0 })
  }

  function nothing(kind: 'endOfList' | 'noResults' | 'tooShort', label: string, onClick: () => void) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden className="size-6" />}
        title={t(`${kind}.title`)}
        action={
          <Button variant="secondary" onClick={onClick}>
            {label}
          </Button>
        }
      >
        {t(`${kind}.text`, { count: READ_FOR_SHORT_SEARCH })}
      </EmptyState>
    )
  }
}
