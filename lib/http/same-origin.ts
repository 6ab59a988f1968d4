import { env } from '@/lib/platform/env'

/**
 * True when a request was sent by a page of this shop. A browser always says where a POST comes
 * from; a missing, foreign or `null` Origin is refused (Next lets a missing one pass).
 *
 * Not covered: a client that is no browser can send any header. It carries no one's cookies.
 */
export function isSameOrigin(headers: Pick<Headers, 'get'>): boolean {
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const { host, origin: sender } = new URL(origin)
  return sender === new URL(env().APP_URL).origin || host === headers.get('host')
}

/** The caller's address: written by our own server, or by the proxy in front when TRUST_PROXY is set. */
export function clientAddress(headers: Pick<Headers, 'get'>): string {
  return headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? 'unknown'
}
