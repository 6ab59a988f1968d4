import 'server-only'
import { env } from '@/lib/platform/env'
import type { RedirectPolicy } from './rules'

/** Plain http to this machine itself: while somebody develops, and where webhooks may go there too. */
export function redirectPolicy(): RedirectPolicy {
  return { allowLoopback: process.env.NODE_ENV === 'development' || env().ALLOW_LOOPBACK_WEBHOOKS }
}
