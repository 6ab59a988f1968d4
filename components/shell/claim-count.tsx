'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { countClaimsAction } from '@/lib/claim/actions'
import { claimKeys } from './claim-keys'
import { unwrap } from './unwrap'

/** Slower than a list that is looked at: it stands beside every page. */
const LIVE_MS = 15_000
const MOST_SHOWN = 99

/** How many payments wait for the seller's look; nothing while none does. */
export function ClaimCount({ className }: { className?: string }) {
  const t = useTranslations('review')
  const { data: count = 0 } = useQuery({ queryKey: claimKeys.count, queryFn: () => unwrap(countClaimsAction({})), refetchInterval: LIVE_MS })
  if (count === 0) return null
  return (
    <span className={className}>
      <span aria-hidden>{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>
      <span className="sr-only">{t('waiting', { count })}</span>
    </span>
  )
}
