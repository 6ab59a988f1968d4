'use client'

import { useQuery } from '@tanstack/react-query'
import { Inbox, SearchX } from 'lucide-react'
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
import { DELIVERY_STATES } from '@/lib/webhook/schema'
import { deliveryAddressSchema } from './delivery-filter'
import { DeliveryRow } from './delivery-row'
import { deliveriesQuery } from './webhook-queries'

/** What was sent to one address, newest first, live. */
export function DeliveryList({ endpointId }: { endpointId: string }) {
  const t = useTranslations('webhooks.deliveries')
  const { filter, change } = useUrlFilter(deliveryAddressSchema)
  const { data, isFetching, isPlaceholderData, isError, refetch } = useQuery(deliveriesQuery(endpointId, filter))
  const pager = useCursorTrail({ cursor: filter.cursor, next: data?.next, go: (cursor) => change({ cursor }) })
  return (
    <section aria-labelledby="deliveries-title" className="min-w-0">
      <h2 id="deliveries-title" className="mb-3 text-base font-semibold">
        {t('title')}
      </h2>
      <FilterChips label={t('stateLabel')}>
        <FilterChip pressed={!filter.state} onPress={() => change({ state: undefined })}>
          {t('all')}
        </FilterChip>
        {DELIVERY_STATES.map((state) => (
          <FilterChip key={state} pressed={filter.state === state} onPress={() => change({ state })}>
            {t(`state.${state}`)}
          </FilterChip>
        ))}
      </FilterChips>
      <div aria-busy={isPlaceholderData} className={cn('mt-3 transition-opacity', isPlaceholderData && 'opacity-60')}>
        {!data ? (
          isError ? <ErrorState heading="h3" pending={isFetching} onRetry={() => void refetch()} /> : <ListSkeleton rows={5} />
        ) : data.deliveries.length > 0 ? (
          <ul aria-label={t('title')} className="overflow-hidden rounded-lg border bg-card">
            {data.deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} endpointId={endpointId} delivery={delivery} />
            ))}
          </ul>
        ) : filter.state ?? filter.cursor ? (
          <EmptyState
            icon={<SearchX aria-hidden />}
            heading="h3"
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
          <EmptyState icon={<Inbox aria-hidden />} heading="h3" title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        )}
      </div>
      <Pager {...pager} />
    </section>
  )
}
