'use client'

import { Inbox, SearchX } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { ListSkeleton } from '@/components/ui/list-skeleton'
import { Pager } from '@/components/ui/pager'
import { SearchField } from '@/components/ui/search-field'
import { useCursorTrail } from '@/components/ui/use-cursor-trail'
import { useUrlFilter } from '@/components/ui/use-url-filter'
import { CALL_OUTCOMES, callFilterSchema } from '@/lib/api/call-log/schema'
import { CallRow } from './call-row'
import { callListQuery } from './developer-queries'

/** What the shop's servers asked, newest first, live. */
export function CallList() {
  const t = useTranslations('developers.requests')
  const { filter, change } = useUrlFilter(callFilterSchema)
  const { data, isError, isFetching, isPlaceholderData, refetch } = useQuery(callListQuery(filter))
  const pager = useCursorTrail({ cursor: filter.cursor, next: data?.next, go: (cursor) => change({ cursor }) })
  return (
    <>
      <SearchField value={filter.q ?? ''} onSearch={(q) => change({ q }, { replace: true })} label={t('search')} placeholder={t('searchPlaceholder')} className="mb-3 md:max-w-md" />
      <FilterChips label={t('outcomeLabel')}>
        <FilterChip pressed={!filter.outcome} onPress={() => change({ outcome: undefined })}>
          {t('all')}
        </FilterChip>
        {CALL_OUTCOMES.map((outcome) => (
          <FilterChip key={outcome} pressed={filter.outcome === outcome} onPress={() => change({ outcome })}>
            {t(`outcomes.${outcome}`)}
          </FilterChip>
        ))}
      </FilterChips>
      <div aria-busy={isPlaceholderData} className={cn('mt-3 transition-opacity', isPlaceholderData && 'opacity-60')}>
        {!data ? (
          isError ? <ErrorState pending={isFetching} onRetry={() => void refetch()} /> : <ListSkeleton />
        ) : data.calls.length > 0 ? (
          <ul aria-label={t('title')} className="overflow-hidden rounded-lg border bg-card">
            {data.calls.map((call) => (
              <CallRow key={call.id} call={call} />
            ))}
          </ul>
        ) : filter.outcome || filter.q || filter.cursor ? (
          <EmptyState
            icon={<SearchX aria-hidden />}
            title={t('noMatch.title')}
            action={
              <Button variant="secondary" onClick={() => change({ outcome: undefined, q: undefined })}>
                {t('noMatch.clear')}
              </Button>
            }
          >
            {t('noMatch.text')}
          </EmptyState>
        ) : (
          <EmptyState icon={<Inbox aria-hidden />} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        )}
      </div>
      <Pager {...pager} />
    </>
  )
}
