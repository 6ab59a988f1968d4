import 'server-only'
import { LRUCache } from 'lru-cache'
import type { CheckoutLink } from './views'

/**
 * Links as this process read them within the last seconds, so that an order need not read again what
 * its page has just shown. Good for placing orders and nothing else: `insertHeldOrder` takes an order
 * only for the version, the price and the state that the link has at that very moment, so an outdated
 * link costs a second try and never a wrong order. What a customer is shown or refused is read anew.
 */
const links = new LRUCache<string, CheckoutLink>({ max: 5_000, ttl: 10_000 })

export const recallLink = (slug: string): CheckoutLink | null => links.get(slug) ?? null

export function rememberLink(link: CheckoutLink): void {
  links.set(link.slug, link)
}
