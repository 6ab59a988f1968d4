import { isOrderToken } from '@/lib/checkout/schema'
import { env } from '@/lib/platform/env'
import type { Visit } from './visit'

/** Remembers a link's order on the customer's phone, so that opening the link again shows the same code. */
const NAME = 'order'
const MONTH_IN_SECONDS = 30 * 24 * 60 * 60

export function rememberedToken(visit: Visit): string | null {
  const token = visit.cookie(NAME)
  return token !== null && isOrderToken(token) ? token : null
}

export function rememberOrder(slug: string, token: string): string {
  return `${NAME}=${token}; ${attributes(slug)}; Max-Age=${MONTH_IN_SECONDS}`
}

export function forgetOrder(slug: string): string {
  return `${NAME}=; ${attributes(slug)}; Max-Age=0`
}

function attributes(slug: string): string {
  const isSecure = env().APP_URL.startsWith('https:')
  return `Path=/p/${slug}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}
