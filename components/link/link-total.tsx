'use client'

import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { Money } from '@/components/ui/money'
import { draftTotal, type LinkDraft } from './link-draft'
import { useDraftPrice } from './use-draft-price'

/** What a customer will pay, added up while typing. */
export function LinkTotal() {
  const t = useTranslations('links.create')
  const { control } = useFormContext<LinkDraft>()
  const [items, currency, isOpenAmount] = useWatch({ control, name: ['items', 'currency', 'isOpenAmount'] })
  const { text } = useDraftPrice()
  return (
    <p className="flex items-baseline justify-between gap-3">
      <span className="text-base text-muted md:text-sm">{t('total')}</span>
      <output aria-label={t('total')} className="min-w-0 text-right">
        {isOpenAmount ? <span className="font-bold wrap-anywhere tabular-nums">{text}</span> : <Money amount={draftTotal(items, currency)} currency={currency} className="text-lg font-bold whitespace-normal wrap-anywhere" />}
      </output>
    </p>
  )
}
