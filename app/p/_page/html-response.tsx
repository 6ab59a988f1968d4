import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { ReactNode } from 'react'
import { CheckoutDocument, NO_SCRIPT_CSS, type Head } from '@/components/checkout/checkout-document'
import { CSS, CSS_HASH } from '@/components/checkout/generated/assets'
import type { Wording } from '@/lib/i18n/wording'
import { accentCss } from '@/lib/shop/profile/accent'
import { bytesOf, constantPart } from './constant-part'

const NO_SCRIPT_HASH = createHash('sha256').update(NO_SCRIPT_CSS).digest('base64')

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': policyFor([CSS_HASH, NO_SCRIPT_HASH]),
  'X-Content-Type-Options': 'nosniff',
  // A form must still say where it was sent from; another website must not learn an order's secret address.
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
}

/** @param styles SHA-256, base64, of every style sheet on the page: no other is applied */
function policyFor(styles: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles.map((hash) => `'sha256-${hash}'`).join(' ')}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

type Page = {
  wording: Wording
  head: Head
  page: ReactNode
  /** The shop's colour, `#rrggbb`; null: ours. */
  accent?: string | null
  status?: number
  cookies?: string[]
  /** Where the browser goes by itself, with or without JavaScript. */
  goOn?: { url: string; afterSeconds: number } | null
}

/** A finished page. */
export async function htmlResponse({ wording, head, page, accent = null, status = 200, cookies = [], goOn = null }: Page): Promise<Response> {
  const { renderToStaticMarkup } = await import('react-dom/server')
  const look = accent === null ? null : accentLook(accent)
  const html = renderToStaticMarkup(
    <CheckoutDocument wording={wording} head={head} css={constantPart(CSS)} accentCss={look?.css ?? null}>
      {page}
    </CheckoutDocument>,
  )
  return new Response(bytesOf(`<!doctype html>${html}`), { status, headers: withCookies({ ...HEADERS, ...look?.headers, ...(goOn && { Refresh: `${goOn.afterSeconds};url=${goOn.url}` }) }, cookies) })
}

/** A shop's colours, and the policy that lets them be applied. Few shops are paid at a time: each is worked out once. */
const looks = new LRUCache<string, { css: string; headers: Record<string, string> }>({ max: 1_000 })

function accentLook(color: string): { css: string; headers: Record<string, string> } {
  const known = looks.get(color)
  if (known) return known
  const css = accentCss(color)
  const hash = createHash('sha256').update(css).digest('base64')
  const look = { css, headers: { 'Content-Security-Policy': policyFor([CSS_HASH, NO_SCRIPT_HASH, hash]) } }
  looks.set(color, look)
  return look
}

/** After a form: the browser goes on with a GET. */
export function seeOther(location: string, cookies: string[] = []): Response {
  return new Response(null, { status: 303, headers: withCookies({ Location: location, 'Cache-Control': 'private, no-store' }, cookies) })
}

function withCookies(headers: Record<string, string>, cookies: string[]): HeadersInit {
  if (cookies.length === 0) return headers
  const all = new Headers(headers)
  for (const cookie of cookies) all.append('Set-Cookie', cookie)
  return all
}
