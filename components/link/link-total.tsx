'use client'

import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { Money } from '@/components/ui/money'
import { draftTotal, type LinkDraft } from './link-draft'

/** What a customer will pay, added up while typing. */
export function LinkTotal() {
  const t = useTranslations('links.create')
  const { control } = useFormContext<LinkDraft>()
  const [items, currency] = useWatch({ control, name: ['items', 'currency'] })
  return (
    <p className="flex items-baseline justify-between gap-3">
      <span className="text-base text-muted md:text-sm">{t('total')}</span>
      <output aria-label={t('total')} className="min-w-0 text-right">
        <Money amount={draftTotal(items, currency)} currency={currency} className="text-lg font-bold whitespace-normal wrap-anywhere" />
      </output>
    </p>
  )
}
