import { createHash } from 'node:crypto'
import type { ReactNode } from 'react'
import { CheckoutDocument, NO_SCRIPT_CSS, type Head } from '@/components/checkout/checkout-document'
import { CSS, CSS_HASH } from '@/components/checkout/generated/assets'
import type { Wording } from '@/lib/i18n/wording'
import { bytesOf, constantPart } from './constant-part'

const NO_SCRIPT_HASH = createHash('sha256').update(NO_SCRIPT_CSS).digest('base64')

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'sha256-${CSS_HASH}' 'sha256-${NO_SCRIPT_HASH}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  // A form must still say where it was sent from; another website must not learn an order's secret address.
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
}

type Page = {
  wording: Wording
  head: Head
  page: ReactNode
  status?: number
  cookies?: string[]
  /** Where the browser goes by itself, with or without JavaScript. */
  goOn?: { url: string; afterSeconds: number } | null
}

/** A finished page. */
export async function htmlResponse({ wording, head, page, status = 200, cookies = [], goOn = null }: Page): Promise<Response> {
  const { renderToStaticMarkup } = await import('react-dom/server')
  const html = renderToStaticMarkup(
    <CheckoutDocument wording={wording} head={head} css={constantPart(CSS)}>
      {page}
    </CheckoutDocument>,
  )
  return new Response(bytesOf(`<!doctype html>${html}`), { status, headers: withCookies(goOn ? { ...HEADERS, Refresh: `${goOn.afterSeconds};url=${goOn.url}` } : HEADERS, cookies) })
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
