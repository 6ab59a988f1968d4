'use client'

import { Banknote } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { IntentLink } from '@/components/ui/intent-link'
import { toast } from '@/components/ui/toast'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { ListSkeleton } from '@/components/ui/list-skeleton'
import { Money } from '@/components/ui/money'
import { Pager } from '@/components/ui/pager'
import { useCursorTrail } from '@/components/ui/use-cursor-trail'
import { useUrlFilter } from '@/components/ui/use-url-filter'
import { reopenCreditAction } from '@/lib/money-in/actions'
import { CREDIT_STATES, creditFilterSchema, type CreditState } from '@/lib/money-in/schema'
import type { CreditView } from '@/lib/money-in/views'
import { CreditTime } from './credit-time'
import { creditsQuery } from './money-queries'
import { useMoneyChange } from './use-money-change'

const TONES = { open: 'warn', matched: 'ok', ignored: 'neutral', reversed: 'bad' } as const satisfies Record<CreditState, Tone>

/** All money that came in, newest first. */
export function CreditList() {
  const t = useTranslations('money.list')
  const { filter, change } = useUrlFilter(creditFilterSchema)
  const { data, isPending, isError, isFetching, refetch } = useQuery(creditsQuery(filter))
  const pager = useCursorTrail({ cursor: filter.cursor, next: data?.next, go: (cursor) => change({ cursor }) })
  return (
    <>
      <div className="mb-4">
        <FilterChips label={t('states')}>
          <FilterChip pressed={!filter.state} onPress={() => change({ state: undefined })}>{t('all')}</FilterChip>
          {CREDIT_STATES.map((state) => <FilterChip key={state} pressed={filter.state === state} onPress={() => change({ state })}>{t(`state.${state}`)}</FilterChip>)}
        </FilterChips>
      </div>
      {isPending ? (
        <ListSkeleton />
      ) : !data && isError ? (
        <ErrorState pending={isFetching} onRetry={() => void refetch()} />
      ) : data.credits.length > 0 ? (
        <ul aria-label={t('title')} className="divide-y overflow-hidden rounded-lg border bg-card">
          {data.credits.map((credit) => <Row key={credit.id} credit={credit} />)}
        </ul>
      ) : (
        <EmptyState icon={<Banknote aria-hidden />} title={t('empty')} />
      )}
      <Pager {...pager} />
    </>
  )
}

function Row({ credit: { id, amount, at, hasTime, description, state, source, order, accountLabel, canReopen } }: { credit: CreditView }) {
  const t = useTranslations('money.list')
  const reopen = useMoneyChange(reopenCreditAction, () => toast.success(t('reopened')))
  return (
    <li className="flex flex-col gap-1 px-4 py-3 md:flex-row md:items-center md:gap-4">
      <span className="flex min-w-0 flex-1 flex-col">
        <bdi className="wrap-anywhere">{description}</bdi>
        <span className="text-sm text-muted"><CreditTime at={at} hasTime={hasTime} /> · <bdi>{accountLabel}</bdi> · {t(`source.${source}`)}</span>
        {order && <IntentLink href={`/orders/${order.id}`} className="text-sm font-semibold text-accent wrap-anywhere hover:underline">{order.customerName} · {order.orderId}</IntentLink>}
      </span>
      <span className="flex items-center justify-between gap-3 md:justify-end">
        {canReopen && <Button variant="secondary" size="small" pending={reopen.isPending} aria-label={t('reopenNamed', { description })} onClick={() => reopen.mutate({ id })}>{t('reopen')}</Button>}
        <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
        <Money amount={amount} currency="IDR" className="font-semibold" />
      </span>
    </li>
  )
}
