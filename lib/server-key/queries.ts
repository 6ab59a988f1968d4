import 'server-only'
import type { MerchantScope } from '@/lib/shop/scope'
import { maskOf, openKey } from './key-text'
import { eventOf, selectKeys } from './store'
import type { KeyView } from './views'

/** The shop's keys of this mode, those that open something first. */
export async function listKeys(scope: MerchantScope, at: Date): Promise<KeyView[]> {
  const keys = await selectKeys(scope, at)
  return keys.map(({ encryptedKey, mask, events, ...key }) => ({
    ...key,
    mask: mask ?? maskOf(openKey({ id: key.id, encryptedKey })),
    events: events.map(eventOf),
  }))
}
