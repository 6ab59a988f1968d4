'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useShop } from '@/components/shell/shop-context'
import { useCustomerName } from '@/components/shell/use-customer-name'
import { whatsappUrl } from '@/components/message/whatsapp-url'
import { Button } from '@/components/ui/button'
import { Money } from '@/components/ui/money'
import { formatMoney } from '@/lib/money/format-money'
import { differenceFor, type Candidate } from '@/lib/money-in/candidates'
import type { WaitingCredit } from '@/lib/money-in/views'

type CandidateRowProps = { candidate: Candidate; credit: WaitingCredit; pending: boolean; onChoose: () => void }

/** An order that the money could be for, and why; the difference is said, so that nobody overlooks it. */
export function CandidateRow({ candidate, credit, pending, onChoose }: CandidateRowProps) {
  const t = useTranslations('money.waiting')
  const { name: shop } = useShop()
  const name = useCustomerName()(candidate.customerName)
  const difference = differenceFor(credit.amount, candidate)
  const message = t('askText', { name, shop, order: candidate.linkName, amount: formatMoney(candidate.amount, 'IDR') })
  return (
    <li className="flex flex-col gap-2 py-3 md:flex-row md:items-center md:justify-between">
      <div className="min-w-0 text-sm">
        <p className="flex flex-wrap gap-x-3">
          <Link href={`/orders/${candidate.id}`} className="font-semibold wrap-anywhere hover:underline"><bdi>{name}</bdi></Link>
          <Money amount={candidate.amount} currency="IDR" />
        </p>
        <p className="text-muted wrap-anywhere"><bdi>{candidate.linkName}</bdi> · {candidate.orderId}</p>
        <p className="text-muted">
          {candidate.reasons.map((reason) => t(`reasons.${reason}`)).join(', ')}
          {difference !== 0 && ` · ${t(difference < 0 ? 'less' : 'more', { amount: formatMoney(Math.abs(difference), 'IDR') })}`}
        </p>
      </div>
      <div className="flex shrink-0 flex-wrap gap-2">
        <Button size="small" className="min-h-11" pending={pending} aria-label={t('thisIsNamed', { name })} onClick={onChoose}>{t('thisIs')}</Button>
        {candidate.customerPhone && (
          <Button asChild variant="secondary" size="small" className="min-h-11">
            <a href={whatsappUrl({ text: message, number: candidate.customerPhone })} target="_blank" rel="noreferrer" aria-label={t('askNamed', { name })}>{t('ask')}</a>
          </Button>
        )}
      </div>
    </li>
  )
}
