'use client'

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { PartyPopper } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/list-skeleton'
import { Pager } from '@/components/ui/pager'
import { useCursorTrail } from '@/components/ui/use-cursor-trail'
import { useUrlFilter } from '@/components/ui/use-url-filter'
import type { CustomerWords } from '@/lib/claim/customer-words'
import { claimFilterSchema } from '@/lib/claim/schema'
import { ClaimCard } from './claim-card'
import { ClaimFollowUp, type FollowUp } from './claim-follow-up'
import { claimListQuery } from './review-queries'

/** What customers say they paid and nobody has looked at, longest waiting first; above it what a decision that was just made leads to. */
export function ReviewList({ words }: { words: CustomerWords }) {
  const t = useTranslations('review')
  const [followUps, setFollowUps] = useState<FollowUp[]>([])
  const { filter, change } = useUrlFilter(claimFilterSchema)
  const { data, isPending, isError, isFetching, isPlaceholderData, refetch } = useQuery(claimListQuery(filter))
  const pager = useCursorTrail({ cursor: filter.cursor, next: data?.next, go: (cursor) => change({ cursor }) })
  return (
    <>
      {followUps.length > 0 && (
        <ul aria-label={t('followUp.label')} className="mb-4 flex flex-col gap-4">
          {followUps.map((followUp) => (
            <li key={followUp.claim.id}>
              <ClaimFollowUp followUp={followUp} words={words} onClose={() => setFollowUps((all) => all.filter((one) => one !== followUp))} />
            </li>
          ))}
        </ul>
      )}
      <div aria-busy={isPlaceholderData} className={cn('transition-opacity', isPlaceholderData && 'opacity-60')}>
        {isPending ? (
          <ListSkeleton />
        ) : !data && isError ? (
          <ErrorState pending={isFetching} onRetry={() => void refetch()} />
        ) : data.claims.length > 0 ? (
          <ul aria-label={t('title')} className="grid items-start gap-4 lg:grid-cols-2">
            {data.claims.map((claim) => (
              <li key={claim.id}>
                <ClaimCard claim={claim} words={words} onDecided={(followUp) => setFollowUps((all) => [followUp, ...all.filter((one) => one.claim.id !== claim.id)])} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState icon={<PartyPopper aria-hidden />} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        )}
      </div>
      <Pager {...pager} />
    </>
  )
}
