'use client'

import Link from 'next/link'
import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { PaidRest } from '@/lib/confirmation/views'
import { formatMoney } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'

/** What was missing came with another order: which one, and that nothing is left to do here. */
export function RestPaid({ rest, currency }: { rest: PaidRest; currency: Currency }) {
  const t = useTranslations('review.rest')
  return (
    <div className="my-3 flex gap-2 rounded-md bg-ok-soft p-3.5">
      <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-ok" />
      <div className="min-w-0">
        <p className="font-semibold text-ok">{t('paid')}</p>
        <p className="mt-1 text-base wrap-anywhere md:text-sm">
          {t.rich(rest.isShort ? 'cameShort' : 'came', {
            amount: formatMoney(rest.amount, currency),
            order: () => <Link href={`/orders/${rest.id}`} className="font-semibold tabular-nums underline">{rest.orderId}</Link>,
          })}
        </p>
      </div>
    </div>
  )
}
