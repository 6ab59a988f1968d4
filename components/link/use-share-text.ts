'use client'

import { useTranslations } from 'next-intl'
import { useShop } from '@/components/shell/shop-context'
import type { LinkSummary } from '@/lib/link/views'
import { useAmountText } from './use-amount-text'
import { useLinkUrl } from './use-link-url'
import { whatsappUrl } from './whatsapp-url'

export type SharedLink = Pick<LinkSummary, 'slug' | 'name' | 'amount' | 'currency' | 'openAmount'>

/** The words a link is sent with: who sells, what, for how much; the address on its own line, so that apps see it. */
export function useShareText() {
  const t = useTranslations('links.share')
  const { name: shop } = useShop()
  const urlOf = useLinkUrl()
  const amountText = useAmountText()

  const textOf = (link: SharedLink, customerName?: string) =>
    [
      customerName ? t('greetingNamed', { name: customerName, shop }) : t('greeting', { shop }),
      t(link.openAmount ? 'itemOpen' : 'item', { item: link.name, amount: amountText(link) }),
      '',
      urlOf(link.slug),
    ].join('\n')

  return {
    titleOf: (link: SharedLink) => t('title', { item: link.name, shop }),
    whatsappOf: (link: SharedLink, to: { name?: string; number?: string | null } = {}) =>
      whatsappUrl({ text: textOf(link, to.name), number: to.number ?? null }),
  }
}
