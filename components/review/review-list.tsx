'use client'

import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { PartyPopper } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { unwrap } from '@/components/shell/unwrap'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/list-skeleton'
import { Pager } from '@/components/ui/pager'
import { useCursorTrail } from '@/components/ui/use-cursor-trail'
import { useUrlFilter } from '@/components/ui/use-url-filter'
import { markClaimToldAction } from '@/lib/claim/actions'
import type { CustomerWords } from '@/lib/claim/customer-words'
import { claimFilterSchema } from '@/lib/claim/schema'
import type { ClaimView } from '@/lib/claim/views'
import { ClaimCard } from './claim-card'
import { ClaimFollowUp, type FollowUp } from './claim-follow-up'
import { claimListQuery } from './review-queries'

/** What customers say they paid and nobody has looked at, longest waiting first; above it what a decision that was just made leads to. */
export function ReviewList({ words }: { words: CustomerWords }) {
  const t = useTranslations('review')
  // Of this visit: those stay until they are closed. Rejections that nobody was told of come from the server as well.
  const [followUps, setFollowUps] = useState<FollowUp[]>([])
  const [closed, setClosed] = useState<string[]>([])
  const [latest, setLatest] = useState<string | null>(null)
  const told = useMutation({ mutationFn: ({ id, version }: Pick<ClaimView, 'id' | 'version'>) => unwrap(markClaimToldAction({ id, version })) })
  const { filter, change } = useUrlFilter(claimFilterSchema)
  const { data, isPending, isError, isFetching, isPlaceholderData, refetch } = useQuery(claimListQuery(filter))
  const pager = useCursorTrail({ cursor: filter.cursor, next: data?.next, go: (cursor) => change({ cursor }) })
  const untold = (data?.untold ?? []).filter(({ claim }) => !followUps.some((one) => one.claim.id === claim.id))
  const shown: FollowUp[] = [...followUps, ...untold.map((answered) => ({ kind: 'rejected' as const, ...answered }))].filter(({ claim }) => !closed.includes(keyOf(claim)))
  return (
    <>
      {shown.length > 0 && (
        <ul aria-label={t('followUp.label')} className="mb-4 flex flex-col gap-4">
          {shown.map((followUp) => (
            <li key={keyOf(followUp.claim)}>
              <ClaimFollowUp followUp={followUp} isLatest={keyOf(followUp.claim) === latest} words={words} onTold={() => tell(followUp)} onClose={() => close(followUp)} />
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
                <ClaimCard claim={claim} words={words} onDecided={follow} />
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

  function follow(followUp: FollowUp) {
    setFollowUps((all) => [followUp, ...all.filter(({ claim }) => claim.id !== followUp.claim.id)])
    setLatest(keyOf(followUp.claim))
  }

  function tell(followUp: FollowUp) {
    // The server forgets it; here it stays, since WhatsApp may not have opened.
    setFollowUps((all) => (all.includes(followUp) ? all : [followUp, ...all]))
    told.mutate(followUp.claim)
  }

  function close(followUp: FollowUp) {
    setClosed((all) => [...all, keyOf(followUp.claim)])
    if (followUp.kind === 'rejected') told.mutate(followUp.claim)
  }
}

/** Another proof is another decision. */
const keyOf = ({ id, version }: ClaimView): string => `${id} ${version}`
