import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'

const base64url = (bytes: number) => {
  const length = Math.ceil((bytes * 4) / 3)
  return z.string({ error: 'unknownField' }).regex(new RegExp(`^[A-Za-z0-9_-]{${length}}={0,2}$`), 'unknownField')
}

/** Where a push service takes messages for one browser. The browser names it, so it may be any address. */
const endpoint = z.string({ error: 'pushEndpoint' }).max(2048, 'pushEndpoint').refine(isAddress, 'pushEndpoint')

/** What a browser gives when it allows push: `PushSubscription.toJSON()` (Push API §8), and the language to speak. */
export const pushSubscriptionSchema = z.strictObject({
  endpoint,
  /** A point on P-256, uncompressed. */
  p256dh: base64url(65),
  auth: base64url(16),
  locale: z.enum(LOCALES, { error: 'locale' }),
})

export type BrowserSubscription = z.output<typeof pushSubscriptionSchema>

export const pushEndpointSchema = z.strictObject({ endpoint })

function isAddress(text: string): boolean {
  // URL.parse would quietly encode what the database cannot hold.
  const url = /^[\x21-\x7e]+$/.test(text) ? URL.parse(text) : null
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}
