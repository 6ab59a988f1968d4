'use client'

import Link from 'next/link'
import { MessageCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCustomerName } from '@/components/shell/use-customer-name'
import { useShop } from '@/components/shell/shop-context'
import { whatsappUrl } from '@/components/message/whatsapp-url'
import { buttonVariants } from '@/components/ui/button-variants'
import { Card } from '@/components/ui/card'
import { RelativeTime } from '@/components/ui/relative-time'
import type { CustomerWords } from '@/lib/claim/customer-words'
import type { ClaimView } from '@/lib/claim/views'
import { whatsappNumber } from '@/lib/link/whatsapp-number'
import { fillMessage } from '@/lib/message/fill'
import { formatMoney } from '@/lib/money/format-money'
import { ClaimAmount } from './claim-amount'
import type { FollowUp } from './claim-follow-up'
import { ClaimWarnings } from './claim-warnings'
import { ConfirmClaim } from './confirm-claim'
import { ProofPicture } from './proof-picture'
import { RejectClaim } from './reject-claim'

type Props = { claim: ClaimView; words: CustomerWords; onDecided: (followUp: FollowUp) => void }

/** One payment to look for: how much, where, from whom, what was sent, and what may be odd about it. */
export function ClaimCard({ claim, words, onDecided }: Props) {
  const t = useTranslations('review')
  const method = useTranslations('methods')
  const nameOf = useCustomerName()
  const { name: shop } = useShop()
  const number = claim.customerPhone && whatsappNumber(claim.customerPhone)
  const ask = fillMessage(words[claim.customerLocale].ask, { name: claim.customerName, shop, order: claim.orderId, amount: formatMoney(claim.amount, claim.currency) })
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <p className="text-sm text-muted">{t('lookFor')}</p>
          <ClaimAmount amount={claim.amount} uniqueCode={claim.uniqueCode} currency={claim.currency} />
          <p className="mt-1 text-sm">
            {method(claim.paymentMethod)}
            {claim.accountLabel && claim.accountLabel !== method(claim.paymentMethod) && <> · <bdi>{claim.accountLabel}</bdi></>}
          </p>
        </div>
        <ProofPicture claim={claim} />
      </div>
      <div className="text-sm">
        <p className="font-semibold wrap-anywhere"><bdi>{nameOf(claim.customerName)}</bdi></p>
        <p className="text-muted wrap-anywhere">
          <bdi>{claim.linkName}</bdi> · {t('said')} <RelativeTime at={claim.sentAt} />
        </p>
        <Link href={`/orders/${claim.orderRowId}`} className="-my-2 inline-flex min-h-11 items-center font-semibold wrap-anywhere text-accent tabular-nums hover:underline">
          {claim.orderId}
        </Link>
        {claim.note && <p className="mt-1 rounded-md bg-subtle px-3 py-2 wrap-anywhere" dir="auto">{claim.note}</p>}
      </div>
      <ClaimWarnings warnings={claim.warnings} currency={claim.currency} />
      <div className="flex flex-wrap gap-2 *:flex-1 *:first:basis-full">
        <div>
          <ConfirmClaim claim={claim} onOdd={(difference) => onDecided({ kind: 'confirmed', claim, difference })} />
        </div>
        <RejectClaim claim={claim} onRejected={(reason) => onDecided({ kind: 'rejected', claim, reason, at: new Date() })} />
        {number && (
          <a
            href={whatsappUrl({ text: ask, number })}
            target="_blank"
            rel="noopener noreferrer"
            className={buttonVariants({ variant: 'secondary' })}
          >
            <MessageCircle aria-hidden />
            {t('ask')}
          </a>
        )}
      </div>
    </Card>
  )
}
