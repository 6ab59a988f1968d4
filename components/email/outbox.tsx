'use client'

import { useQuery } from '@tanstack/react-query'
import { Mail, SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { ListSkeleton } from '@/components/ui/list-skeleton'
import { Pager } from '@/components/ui/pager'
import { useCursorTrail } from '@/components/ui/use-cursor-trail'
import { useUrlFilter } from '@/components/ui/use-url-filter'
import { EMAIL_STATES, outboxFilterSchema } from '@/lib/email/schema'
import { EmailCards } from './email-cards'
import { emailListQuery } from './email-queries'
import { EmailTable } from './email-table'
import { MailServerNotice } from './mail-server-notice'

export function Outbox() {
  const t = useTranslations('outbox')
  const { filter, change } = useUrlFilter(outboxFilterSchema)
  const { data, isPending, isError, isFetching, isPlaceholderData, refetch } = useQuery(emailListQuery(filter))
  const pager = useCursorTrail({ cursor: filter.cursor, next: data?.next, go: (cursor) => change({ cursor }) })

  return (
    <>
      {data && !data.canSend && <MailServerNotice />}
      <div className="mb-4">
        <FilterChips label={t('statesLabel')}>
          <FilterChip pressed={!filter.state} onPress={() => change({ state: undefined })}>
            {t('all')}
          </FilterChip>
          {EMAIL_STATES.map((state) => (
            <FilterChip key={state} pressed={filter.state === state} onPress={() => change({ state })}>
              {t(`states.${state}`)}
            </FilterChip>
          ))}
        </FilterChips>
      </div>
      <div aria-busy={isPlaceholderData} className={cn('transition-opacity', isPlaceholderData && 'opacity-60')}>
        {isPending ? (
          <ListSkeleton />
        ) : !data && isError ? (
          <ErrorState pending={isFetching} onRetry={() => void refetch()} />
        ) : data.emails.length > 0 ? (
          <>
            <EmailTable emails={data.emails} />
            <EmailCards emails={data.emails} />
          </>
        ) : filter.state || filter.cursor ? (
          <EmptyState
            icon={<SearchX aria-hidden />}
            title={t('noMatch.title')}
            action={
              <Button variant="secondary" onClick={() => change({ state: undefined })}>
                {t('noMatch.clear')}
              </Button>
            }
          >
            {t('noMatch.text')}
          </EmptyState>
        ) : (
          <EmptyState icon={<Mail aria-hidden />} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        )}
      </div>
      <Pager {...pager} />
    </>
  )
}
