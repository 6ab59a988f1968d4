import type { RetryPolicy } from './views'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * Delays before the second, third, … attempt, each counted from the attempt before. `standard`: 13
 * attempts in 112 hours, first quickly, then daily. `midtrans`: docs "HTTP notification", at most
 * 5 retries.
 */
const DELAYS = {
  standard: [10_000, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 18 * HOUR, 24 * HOUR, 24 * HOUR, 24 * HOUR],
  midtrans: [2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 90 * MINUTE, 210 * MINUTE],
} as const satisfies Record<RetryPolicy, readonly number[]>

/** A receiver may ask us to wait, but not to hold its news for ever. */
export const MAX_RETRY_AFTER_MS = 24 * HOUR

/** Nothing but failures for this long disables an endpoint. */
export const FAILING_LIMIT_MS = 5 * 24 * HOUR

export type AttemptResult = {
  statusCode: number | null
  /** Why the answer does not count, whatever its status. */
  error: string | null
  /** As the receiver wrote it: seconds, or a date (RFC 9110 §10.2.3). */
  retryAfter?: string | undefined
}

/** A whole answer is not needed to know that the news arrived; one that never ends in time is. */
export function isDelivered({ statusCode, error }: AttemptResult): boolean {
  return statusCode !== null && statusCode >= 200 && statusCode < 300 && (error === null || error === 'tooLarge')
}

/** 410 says: never again (Standard Webhooks 1.0.0). */
export const isGone = ({ statusCode, error }: AttemptResult): boolean => statusCode === 410 && (error === null || error === 'tooLarge')

/**
 * When to try again after an attempt that did not deliver; null: no more.
 *
 * @param attempts automatic ones so far, this one too
 * @param random from 0 up to 1, spreads what failed together. `standard` only waits longer, up to a
 *   tenth; `midtrans` up to a quarter shorter ("up to 2 minutes")
 */
export function nextAttempt(policy: RetryPolicy, result: AttemptResult, { attempts, at, random }: { attempts: number; at: Date; random: number }): Date | null {
  const delay = DELAYS[policy][attempts - 1]
  if (delay === undefined || isGone(result)) return null
  if (policy === 'midtrans' && attempts > midtransRetries(result.statusCode)) return null
  const spread = policy === 'standard' ? delay * (1 + random / 10) : delay * (1 - random / 4)
  return new Date(at.getTime() + Math.max(Math.round(spread), retryAfterMs(result.retryAfter, at)))
}

/** How often Midtrans tries again after an answer like this one. */
function midtransRetries(statusCode: number | null): number {
  switch (statusCode) {
    case 500:
      return 1
    case 503:
      return 4
    case 400:
    case 404:
      return 2
    case 301:
    case 302:
    case 303:
      return 0
    default:
      return 5
  }
}

/** 0 for what cannot be read, and for the past. */
function retryAfterMs(value: string | undefined, at: Date): number {
  if (!value) return 0
  const wait = /^\d{1,10}$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - at.getTime()
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), MAX_RETRY_AFTER_MS) : 0
}

export const isFailingTooLong = (failingSince: Date, at: Date): boolean => at.getTime() - failingSince.getTime() >= FAILING_LIMIT_MS
