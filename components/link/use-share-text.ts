'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMessageText } from '@/components/message/message-texts'
import { whatsappUrl } from '@/components/message/whatsapp-url'
import { useShop } from '@/components/shell/shop-context'
import type { LinkSummary } from '@/lib/link/views'
import { whatsAppNumber } from '@/lib/platform/phone'
import { useAmountText } from './use-amount-text'
import { useLinkUrl } from './use-link-url'

export type SharedLink = Pick<LinkSummary, 'slug' | 'name' | 'amount' | 'currency' | 'openAmount' | 'expiresAt'>

/** The words a link is sent with: the shop's own `offer`. */
export function useShareText() {
  const t = useTranslations('links.share')
  const locale = useLocale()
  const { name: shop } = useShop()
  const urlOf = useLinkUrl()
  const amountText = useAmountText()
  const messageText = useMessageText()

  return {
    titleOf: (link: SharedLink) => t('title', { item: link.name, shop }),
    /** @param to the specific customer, as typed; without a number the seller chooses a chat */
    whatsappOf: (link: SharedLink, to: { name?: string | null | undefined; phone?: string | null | undefined } = {}) => {
      const amount = link.openAmount ? t('openAmount', { amount: amountText(link) }) : amountText(link)
      const values = { name: to.name ?? null, item: link.name, amount, link: urlOf(link.slug), deadline: link.expiresAt }
      return whatsappUrl({ text: messageText({ kind: 'offer', locale, values }), number: to.phone ? whatsAppNumber(to.phone) : null })
    },
  }
}
