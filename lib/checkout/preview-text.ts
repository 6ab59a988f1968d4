import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import { rangeText } from './amount-text'
import type { CheckoutLink } from './views'

/** What a chat writes below a link's picture. Where the seller hides the price, it does not stand here either. */
export function previewText(link: CheckoutLink, { wording, isOpen }: { wording: Wording; isOpen: boolean }): { title: string; description: string } {
  const { t } = wording
  const shop = link.shop.name
  return { title: t('document.title', { name: link.name, shop }), description: isOpen ? openText(link, wording) : t('document.descriptionClosed', { shop }) }
}

function openText(link: CheckoutLink, wording: Wording): string {
  const { t } = wording
  const shop = link.shop.name
  if (!link.cardShowsPrice) return t('sharing.description', { shop })
  const range = rangeText(link, wording)
  return range === null ? t('document.description', { amount: formatMoney(link.amount, link.currency), shop }) : t('document.descriptionOpen', { range, shop })
}
