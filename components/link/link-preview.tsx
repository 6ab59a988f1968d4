'use client'

import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { useShop } from '@/components/shell/shop-context'
import { formatMoney } from '@/lib/money/format-money'
import { draftTotal, type LinkDraft } from './link-draft'

/** The customer's page in small, while the link is being written. Decoration: everything in it stands in the form. */
export function LinkPreview() {
  const t = useTranslations('links.create.preview')
  const { control } = useFormContext<LinkDraft>()
  const [items, currency, title, description] = useWatch({ control, name: ['items', 'currency', 'title', 'description'] })
  const shop = useShop()
  const amount = formatMoney(draftTotal(items, currency), currency)

  return (
    <div aria-hidden className="mb-4 max-lg:hidden">
      <p className="mb-2 text-xs font-semibold text-muted">{t('title')}</p>
      <div className="rounded-xl border bg-card p-5 text-center">
        <p className="truncate text-sm font-semibold" dir="auto">
          {shop.name}
        </p>
        <p className="mt-4 line-clamp-2 text-sm wrap-anywhere text-muted" dir="auto">
          {title.trim() || items[0]?.name.trim() || t('item')}
        </p>
        <p className="mt-1 text-lg font-bold wrap-anywhere tabular-nums">{amount}</p>
        {description.trim() !== '' && (
          <p className="mt-2 line-clamp-3 text-left text-xs wrap-anywhere text-muted" dir="auto">
            {description}
          </p>
        )}
        <p className="mt-4 truncate rounded-md bg-accent-soft px-3 py-2.5 text-sm font-semibold text-on-accent-soft">{t('pay', { amount })}</p>
      </div>
    </div>
  )
}
