'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { formatMoney } from '@/lib/money/format-money'
import { ignoreCreditAction, matchCreditAction, reopenCreditAction } from '@/lib/money-in/actions'
import { differenceFor, type Candidate } from '@/lib/money-in/candidates'
import type { WaitingCredit } from '@/lib/money-in/views'
import { isOpen } from '@/lib/order/status'
import { CandidateRow } from './candidate-row'
import { CreditTime } from './credit-time'
import { useMoneyChange } from './use-money-change'

export function WaitingCard({ credit }: { credit: WaitingCredit }) {
  const t = useTranslations('money.waiting')
  const { id, amount, at, hasTime, description, accountLabel, doubt, state, order, candidates } = credit
  const isReversed = state === 'reversed'
  const router = useRouter()
  const match = useMoneyChange<{ id: string; orderId: string }, null>(matchCreditAction, () => undefined)
  const reopen = useMoneyChange(reopenCreditAction, () => toast.success(t('reopened')))
  const ignore = useMoneyChange(ignoreCreditAction, () => toast.success(t('ignored'), isReversed ? {} : { action: { label: t('undo'), onClick: () => reopen.mutate({ id }) } }))
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <Money amount={amount} currency="IDR" className="text-lg font-bold" />
        <span className="text-sm text-muted"><CreditTime at={at} hasTime={hasTime} /> · <bdi>{accountLabel}</bdi></span>
      </div>
      <p className="mt-1 wrap-anywhere"><bdi>{description}</bdi></p>
      {doubt && <p className="mt-2"><Badge tone={isReversed ? 'bad' : 'warn'} className="whitespace-normal">{t(`doubts.${doubt}`)}</Badge></p>}
      {order && <p className="mt-2 text-sm"><Link href={`/orders/${order.id}`} className="inline-flex min-h-11 items-center font-semibold text-accent underline">{order.customerName} · {order.orderId}</Link></p>}
      {candidates.length > 0 && (
        <>
          <h3 className="mt-3 text-sm font-semibold">{t('candidates')}</h3>
          <ul className="divide-y">
            {candidates.map((candidate) => (
              <CandidateRow key={candidate.id} candidate={candidate} credit={credit} pending={match.isPending && match.variables.orderId === candidate.id} onChoose={() => match.mutate({ id, orderId: candidate.id }, { onSuccess: () => tell(candidate) })} />
            ))}
          </ul>
        </>
      )}
      <div className="mt-3 border-t pt-3">
        <Button variant="secondary" pending={ignore.isPending} onClick={() => ignore.mutate({ id })}>{isReversed ? t('seen') : t('ignore')}</Button>
      </div>
    </Card>
  )

  /** Another amount leads on to its cures; an order that was paid before keeps its own. */
  function tell(candidate: Candidate) {
    const difference = isOpen(candidate.status) ? differenceFor(amount, candidate) : 0
    if (difference === 0) return void toast.success(t('matched'))
    toast.success(t(difference < 0 ? 'matchedLess' : 'matchedMore', { amount: formatMoney(Math.abs(difference), 'IDR') }), {
      duration: 10_000, action: { label: t('settle'), onClick: () => router.push(`/orders/${candidate.id}`) },
    })
  }
}
