import { z } from 'zod'

/** Where a customer may be sent after paying: the shop's own website. */

export const REDIRECTS = ['finish', 'unfinish', 'error'] as const
export type RedirectName = (typeof REDIRECTS)[number]
export type Redirects = Partial<Record<RedirectName, string>>

export const REDIRECT_URL_MAX = 2_048

/**
 * Whether customers may be sent there: https only outside development (where http is allowed too),
 * no user name or password, which would end up in logs and histories.
 */
export const isRedirectUrl = (text: string): boolean => readRedirectUrl(text) !== null

/** Also takes an empty text: no address. What comes out is as the parser wrote it, so that what is shown is where customers go. */
const optionalUrl = z
  .string({ error: 'text' })
  .trim()
  .max(REDIRECT_URL_MAX, 'webhookUrlLong')
  .refine((value) => value === '' || isRedirectUrl(value), 'redirectUrl')
  .transform((value) => readRedirectUrl(value)?.href ?? value)
  // The parser may have made it longer.
  .refine((value) => value.length <= REDIRECT_URL_MAX, 'webhookUrlLong')

export const redirectUrlSchema = optionalUrl.refine((value) => value !== '', 'required')

/** The shop's own three; empty: customers stay on the payment page. */
export const redirectsSchema = z.strictObject({ finish: optionalUrl, unfinish: optionalUrl, error: optionalUrl })
export type RedirectsInput = z.input<typeof redirectsSchema>
export type RedirectsValues = z.output<typeof redirectsSchema>

function readRedirectUrl(text: string): URL | null {
  // A parser would drop what is hidden in the text; what a person sees must be what is kept.
  const url = /[\p{Cc}\s]/u.test(text) ? null : URL.parse(text)
  const isWeb = url?.protocol === 'https:' || (url?.protocol === 'http:' && process.env.NODE_ENV !== 'production')
  return url && isWeb && url.hostname !== '' && url.username === '' && url.password === '' ? url : null
}
