import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/platform/env'

export const COOKIE_PREFIX = 'tautan'

/**
 * The session's token out of better-auth's cookie: `<token>.<HMAC-SHA256, base64>`, URL-encoded.
 * Checked before the database is asked, so that guesses cost nothing. Null for anything else.
 */
export function readSessionCookie(cookies: { get(name: string): { value: string } | undefined }): string | null {
  const secure = env().APP_URL.startsWith('https://') ? '__Secure-' : ''
  const value = cookies.get(`${secure}${COOKIE_PREFIX}.session_token`)?.value ?? ''
  const at = value.lastIndexOf('.')
  if (at < 1) return null
  const token = value.slice(0, at)
  const expected = createHmac('sha256', env().APP_SECRET).update(token).digest()
  const given = Buffer.from(value.slice(at + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}
