'use client'

import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { useShop } from '@/components/shell/shop-context'
import type { LinkDraft } from './link-draft'
import { useDraftPrice } from './use-draft-price'

/** The customer's page in small, while the link is being written. Decoration: everything in it stands in the form. */
export function LinkPreview() {
  const t = useTranslations('links.create.preview')
  const goOn = useTranslations('editing.openAmount')
  const { control } = useFormContext<LinkDraft>()
  const [items, title, description, isOpenAmount] = useWatch({ control, name: ['items', 'title', 'description', 'isOpenAmount'] })
  const shop = useShop()
  const { text: amount } = useDraftPrice()

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
        <p className="mt-4 truncate rounded-md bg-accent-soft px-3 py-2.5 text-sm font-semibold text-on-accent-soft">{isOpenAmount ? goOn('goOn') : t('pay', { amount })}</p>
      </div>
    </div>
  )
}
