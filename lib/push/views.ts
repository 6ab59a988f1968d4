import type { Locale } from '@/lib/i18n/locales'

/** A browser that is called for a shop. */
export type PushTarget = { id: string; endpoint: string; p256dh: string; auth: string; locale: Locale }

/** What the service worker shows. */
export type PushMessage = {
  title: string
  body: string
  lang: Locale
  /** A message with the tag of one that is still shown replaces it, in silence. */
  tag: string
  /** The page that a tap opens: a path of this server. */
  url: string
}
