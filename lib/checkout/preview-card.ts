import { createHash } from 'node:crypto'
import { wordingOf, type Wording } from '@/lib/i18n/wording'
import { rangeKind } from '@/lib/link/open-amount'
import { linkStatus } from '@/lib/link/status'
import { formatMoney } from '@/lib/money/format-money'
import type { CheckoutLink } from './views'

/** What a link's picture in a chat shows. */
export type PreviewCard = {
  shopName: string
  name: string
  amount: string
  /** Said instead of the amount's promise when the link cannot be paid: sold out, ended, … */
  closed: string | null
}

/** In the shop's language: a chat's server reads no language from anybody. */
export function previewCard(link: CheckoutLink, at: Date): PreviewCard {
  const { t } = wordingOf(link.shop.locale)
  const status = linkStatus(link, at)
  const title = status === 'soldOut' && link.usageLimit === 1 ? 'paidOnce' : status
  return {
    shopName: link.shop.name,
    name: link.name,
    amount: promisedAmount(link, t),
    closed: title === 'active' ? null : t(`closed.${title}`),
  }
}

/** Changes when the picture does: chats keep what they fetched once for ever, by its address. */
export function previewVersion({ shopName, name, amount, closed }: PreviewCard): string {
  return createHash('sha1').update(JSON.stringify([shopName, name, amount, closed])).digest('base64url').slice(0, 10)
}

/** Where the customer decides, only the least is promised. */
function promisedAmount({ amount, currency, openAmount }: CheckoutLink, t: Wording['t']): string {
  switch (openAmount ? rangeKind(openAmount) : 'exactly') {
    case 'exactly':
      return formatMoney(amount, currency)
    case 'any':
    case 'upTo':
      return t('amount.any')
    case 'from':
    case 'between':
      return t('amount.from', { minimum: formatMoney(openAmount?.minimum ?? amount, currency) })
  }
}
