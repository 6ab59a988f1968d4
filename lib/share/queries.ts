import 'server-only'
import { linkStanding } from '@/lib/checkout/link-standing'
import { cardAddress } from '@/lib/checkout/preview-card'
import { previewText } from '@/lib/checkout/preview-text'
import { findCheckoutLink } from '@/lib/checkout/queries'
import { wordingOf } from '@/lib/i18n/wording'
import { env } from '@/lib/platform/env'
import type { MerchantScope } from '@/lib/shop/scope'
import { listWaiters } from '@/lib/waiter/store'
import { findSlugOf } from './store'
import type { ShareReport } from './views'

/** How a link looks in a chat and who waits for it; null when it is not this merchant's. */
export async function findShareReport(scope: MerchantScope, id: string, at: Date): Promise<ShareReport | null> {
  const [slug, waiters] = await Promise.all([findSlugOf(scope, id), listWaiters(scope, id)])
  const link = slug === null ? null : await findCheckoutLink(slug)
  if (!link) return null
  const { reason } = await linkStanding(link, at)
  // In the shop's language, as a chat's server gets it.
  const text = previewText(link, { wording: wordingOf(link.shop.locale), isOpen: reason === null })
  return {
    card: { ...text, image: cardAddress(link, at), host: new URL(env().APP_URL).host, showsPrice: link.cardShowsPrice, hasPicture: link.cardPicture !== null },
    waiters,
  }
}
