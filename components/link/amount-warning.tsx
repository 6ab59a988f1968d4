'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { formatMoney } from '@/lib/money/format-money'
import { offersFor, offersIn, rangeOf } from '@/lib/receiving/rules'
import type { Offer } from '@/lib/receiving/views'
import type { LinkDraft } from './link-draft'
import { useDraftPrice } from './use-draft-price'

/** Said while typing: a link of this amount could not be paid by anything that the shop has. Creating it would be refused. */
export function AmountWarning({ offers }: { offers: readonly Offer[] }) {
  const t = useTranslations('mode.amount')
  const { control } = useFormContext<LinkDraft>()
  const [currency, isEveryMethod, paymentMethods, accountsOff] = useWatch({ control, name: ['currency', 'isEveryMethod', 'paymentMethods', 'accountsOff'] })
  const { range: wanted } = useDraftPrice()
  const chosen = { chosen: isEveryMethod ? [] : paymentMethods, accountsOff }
  const isTaken = !wanted || offers.length === 0 || offersFor(offers, { currency, ...wanted, ...chosen }).length > 0
  return (
    <div role="status">
      {!isTaken && (
        <p className="mt-2 flex items-start gap-1.5 text-sm text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {reason()}
        </p>
      )}
    </div>
  )

  function reason(): string {
    if (offersIn(offers, currency).length === 0) return t('noneInCurrency', { currency })
    const range = rangeOf(offers, currency, chosen)
    if (!range || !wanted) return t('none')
    const isOutside = wanted.upTo < range.minimum || wanted.amount > range.maximum
    return isOutside ? t('outside', { minimum: formatMoney(range.minimum, currency), maximum: formatMoney(range.maximum, currency) }) : t('between')
  }
}
