'use client'

import { CheckCheck } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/list-skeleton'
import { Pager } from '@/components/ui/pager'
import { useCursorTrail } from '@/components/ui/use-cursor-trail'
import { useUrlFilter } from '@/components/ui/use-url-filter'
import { waitingFilterSchema } from '@/lib/money-in/schema'
import { moneyKeys, waitingQuery } from './money-queries'
import { WaitingCard } from './waiting-card'

/** Money that only the seller can tell whose it is. */
export function WaitingList() {
  const t = useTranslations('money.waiting')
  const { filter, change } = useUrlFilter(waitingFilterSchema)
  const { data, isPending, isError, isFetching, refetch } = useQuery(waitingQuery(filter))
  const pager = useCursorTrail({ cursor: filter.cursor, next: data?.next, go: (cursor) => change({ cursor }) })
  return (
    <section aria-labelledby={moneyKeys.all[0]} className="mt-6">
      <h2 id={moneyKeys.all[0]} className="mb-3 text-base font-semibold">{t('title')}</h2>
      {isPending ? (
        <ListSkeleton />
      ) : !data && isError ? (
        <ErrorState pending={isFetching} onRetry={() => void refetch()} />
      ) : data.credits.length > 0 ? (
        <ul className="flex flex-col gap-3">
          {data.credits.map((credit) => <li key={credit.id}><WaitingCard credit={credit} /></li>)}
        </ul>
      ) : (
        <EmptyState icon={<CheckCheck aria-hidden />} heading="h3" title={t('empty.title')}>{t('empty.text')}</EmptyState>
      )}
      <Pager {...pager} />
    </section>
  )
}
