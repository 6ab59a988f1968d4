import { createHash } from 'node:crypto'
import { wordingOf } from '@/lib/i18n/wording'
import { linkStatus } from '@/lib/link/status'
import { promisedAmount } from './amount-text'
import type { CheckoutLink } from './views'

/** What a link's picture in a chat shows. */
export type PreviewCard = {
  shopName: string
  name: string
  /** Null: the seller hides the price. */
  amount: string | null
  /** What stands in its place. */
  invitation: string
  /** Said instead of the amount's promise when the link cannot be paid: sold out, ended, … */
  closed: string | null
  /** SHA-256 of the product picture; null: none. */
  picture: string | null
}

/** Raised when the drawing itself changes, so that chats fetch the new one. */
const DESIGN = 2

/** In the shop's language: a chat's server reads no language from anybody. */
export function previewCard(link: CheckoutLink, at: Date): PreviewCard {
  const { t } = wordingOf(link.shop.locale)
  const status = linkStatus(link, at)
  const title = status === 'soldOut' && link.usageLimit === 1 ? 'paidOnce' : status
  return {
    shopName: link.shop.name,
    name: link.name,
    amount: link.cardShowsPrice ? promisedAmount(link, t) : null,
    invitation: t('sharing.invitation'),
    closed: title === 'active' ? null : t(`closed.${title}`),
    picture: link.cardPicture,
  }
}

/** Changes when the picture does: chats keep what they fetched once for ever, by its address. */
export function previewVersion({ shopName, name, amount, invitation, closed, picture }: PreviewCard): string {
  const shown = [DESIGN, shopName, name, amount ?? [invitation], closed, picture]
  return createHash('sha1').update(JSON.stringify(shown)).digest('base64url').slice(0, 10)
}

/** Where the picture is, as it is now. */
export function cardAddress(link: CheckoutLink, at: Date): string {
  return `/p/${link.slug}/card.jpg?v=${previewVersion(previewCard(link, at))}`
}
