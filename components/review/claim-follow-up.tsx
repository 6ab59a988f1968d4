'use client'

import { useEffect, useRef, useState } from 'react'
import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { WhatsappButton } from '@/components/message/whatsapp-button'
import { useShop } from '@/components/shell/shop-context'
import { useCustomerName } from '@/components/shell/use-customer-name'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { CustomerWords } from '@/lib/claim/customer-words'
import { isRejectReason } from '@/lib/claim/schema'
import type { AnsweredClaim, ClaimView } from '@/lib/claim/views'
import type { MoneyVerdict } from '@/lib/confirmation/rules'
import { formatMoney } from '@/lib/money/format-money'
import { REJECTED_FOR_MS } from '@/lib/order/rules'
import { isOpen } from '@/lib/order/status'
import { LateMoney } from './late-money'
import { MoneyDifference } from './money-difference'
import { RestPaid } from './rest-paid'
import { orderMoneyQuery } from './review-queries'
import { SecondPayment } from './second-payment'

export type OddMoney = Exclude<MoneyVerdict['kind'], 'exact' | 'withoutCode' | 'impossible'>

/** What a decision leads to: words to the customer, or something to do about what came. */
export type FollowUp =
  | ({ kind: 'rejected' } & AnsweredClaim)
  | { kind: 'confirmed'; claim: ClaimView; difference: OddMoney }

const AFTER_WINDOW_MS = 100

type Props = {
  followUp: FollowUp
  /** Of the decision that was just made. */
  isLatest: boolean
  words: CustomerWords
  /** The message was opened in WhatsApp. */
  onTold: () => void
  onClose: () => void
}

/** Stays above the queue until it is closed, a rejection also until its customer was written to; the order's own page offers the same later. */
export function ClaimFollowUp({ followUp, isLatest, words, onTold, onClose }: Props) {
  const t = useTranslations('review.followUp')
  const nameOf = useCustomerName()
  const title = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (!isLatest) return
    // It stands above the queue, out of sight of whoever decided further down. Not before the window that asked has given the focus back.
    const timer = setTimeout(() => title.current?.focus(), AFTER_WINDOW_MS)
    return () => clearTimeout(timer)
  }, [isLatest])
  const { claim } = followUp
  return (
    <Card>
      <p ref={title} tabIndex={-1} className="scroll-mt-24 text-base font-semibold wrap-anywhere outline-none">
        {t(titleOf(followUp), { name: nameOf(claim.customerName) })}
      </p>
      <Link href={`/orders/${claim.orderRowId}`} className="-mb-2 inline-flex min-h-11 items-center text-sm font-semibold wrap-anywhere text-accent tabular-nums hover:underline">
        {claim.orderId}
      </Link>
      {followUp.kind === 'rejected' ? <TellCustomer {...followUp} words={words} onTold={onTold} /> : <SettleDifference {...followUp} />}
      <div className="mt-3 border-t pt-3">
        <Button variant="ghost" className="-ml-3" onClick={onClose} aria-label={t('closeNamed', { order: claim.orderId })}>{t('close')}</Button>
      </div>
    </Card>
  )
}

const titleOf = (followUp: FollowUp) => {
  if (followUp.kind === 'rejected') return 'rejected'
  return followUp.difference === 'late' || followUp.difference === 'twice' ? `confirmedOdd.${followUp.difference}` as const : 'confirmed'
}

function TellCustomer({ claim, reason, at, words, onTold }: AnsweredClaim & { words: CustomerWords; onTold: () => void }) {
  const t = useTranslations('review.followUp')
  const nameOf = useCustomerName()
  const { appUrl } = useShop()
  const [isTold, setIsTold] = useState(false)
  const locale = claim.customerLocale
  return (
    <>
      <p role={isTold ? 'status' : undefined} className="mt-1 text-base text-muted md:text-sm">{t(isTold ? 'told' : isOpen(claim.status) ? 'rejectedText' : 'rejectedEndedText')}</p>
      <WhatsappButton
        kind="rejected"
        variant={isTold ? 'secondary' : 'primary'}
        onOpen={() => {
          setIsTold(true)
          onTold()
        }}
        className="mt-3 w-full sm:w-auto"
        locale={locale}
        phone={claim.customerPhone}
        customerName={nameOf(claim.customerName)}
        values={{
          name: claim.customerName,
          item: claim.linkName,
          amount: formatMoney(claim.amount, claim.currency),
          link: `${appUrl}/p/${claim.linkSlug}/${claim.token}`,
          order: claim.orderId,
          deadline: isOpen(claim.status) ? new Date(at.getTime() + REJECTED_FOR_MS) : null,
          reason: isRejectReason(reason) ? words[locale].reasons[reason] : reason,
        }}
      />
    </>
  )
}

function SettleDifference({ claim: { orderRowId: id }, difference }: Extract<FollowUp, { kind: 'confirmed' }>) {
  const t = useTranslations('review.followUp')
  const { data: money } = useQuery(orderMoneyQuery(id))
  const [isAccepted, setIsAccepted] = useState(false)
  if (!money) return <p role="status" className="mt-1 text-base text-muted md:text-sm">{t('loading')}</p>
  const isLate = difference === 'late' && !isAccepted
  const isSettled = !money.odd && !money.rest && !isLate && difference !== 'twice'
  return (
    <div className="mt-1">
      {isSettled && <p role="status" className="text-base font-semibold text-ok md:text-sm">{t('settled')}</p>}
      {money.rest && <RestPaid rest={money.rest} currency={money.currency} />}
      {money.odd && <MoneyDifference id={id} money={money} odd={money.odd} />}
      {isLate && <LateMoney id={id} onAccepted={() => setIsAccepted(true)} />}
      {difference === 'twice' && <SecondPayment id={id} money={money} />}
    </div>
  )
}
