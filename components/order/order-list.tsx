'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { SearchX, ShoppingBag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { buttonVariants } from '@/components/ui/button-variants'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/list-skeleton'
import { Pager } from '@/components/ui/pager'
import { useCursorTrail } from '@/components/ui/use-cursor-trail'
import { useUrlFilter } from '@/components/ui/use-url-filter'
import { orderFilter } from '@/lib/order/filter'
import { isShortSearch, READ_FOR_SHORT_SEARCH } from '@/lib/platform/short-search'
import { OrderCards } from './order-cards'
import { OrderFilters } from './order-filters'
import { orderListQuery } from './order-queries'
import { OrderTable } from './order-table'

export function OrderList() {
  const t = useTranslations('orders')
  const { filter, change } = useUrlFilter(orderFilter)
  const { data, isPending, isError, isFetching, isPlaceholderData, refetch } = useQuery(orderListQuery(filter))
  const pager = useCursorTrail({ cursor: filter.cursor, next: data?.next, go: (cursor) => change({ cursor }) })
  const { cursor, ...narrowing } = filter
  const isNarrowed = Object.values(narrowing).some((value) => value !== undefined && value !== '')
  const linkName = data?.orders.find(({ linkId }) => linkId === filter.link)?.linkName

  return (
    <>
      <OrderFilters filter={filter} onChange={change} linkName={linkName} />
      <div aria-busy={isPlaceholderData} className={cn('transition-opacity', isPlaceholderData && 'opacity-60')}>
        {isPending ? (
          <ListSkeleton />
        ) : !data && isError ? (
          <ErrorState pending={isFetching} onRetry={() => void refetch()} />
        ) : data.orders.length > 0 ? (
          <>
            <OrderTable orders={data.orders} />
            <OrderCards orders={data.orders} />
          </>
        ) : isNarrowed || cursor ? (
          <EmptyState
            icon={<SearchX aria-hidden />}
            title={t('noMatch.title')}
            action={
              <Button variant="secondary" onClick={() => change({ q: undefined, status: undefined, method: undefined, link: undefined })}>
                {t('noMatch.clear')}
              </Button>
            }
          >
            {filter.q && isShortSearch(filter.q) ? t('noMatch.tooShort', { count: READ_FOR_SHORT_SEARCH }) : t('noMatch.text')}
          </EmptyState>
        ) : (
          <EmptyState
            icon={<ShoppingBag aria-hidden />}
            title={t('empty.title')}
            action={
              <Link href="/links" className={buttonVariants()}>
                {t('empty.action')}
              </Link>
            }
          >
            {t('empty.text')}
          </EmptyState>
        )}
      </div>
      <Pager {...pager} />
    </>
  )
}
