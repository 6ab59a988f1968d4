import { Temporal } from 'temporal-polyfill'
import { linkStatus, type LinkFacts } from '@/lib/link/status'
import type { LinkMessageKind } from './views'

/** Nobody plans a message further ahead, and a slip of the year is noticed. */
export const MAX_DAYS_AHEAD = 366

type Chosen = { ok: true; at: Date | null } | { ok: false; message: string }

/**
 * When a message is to go; `at` null: now. Wall-clock times are read in the shop's time zone.
 * @param endsAt the link's: what arrives afterwards leads nowhere
 */
export function sendingTimeOf(local: string, { timeZone, now, endsAt }: { timeZone: string; now: Date; endsAt: Date | null }): Chosen {
  if (local === '') return { ok: true, at: null }
  const at = instantOf(local, timeZone)
  if (!at) return { ok: false, message: 'dateTime' }
  if (at <= now) return { ok: false, message: 'sendAtPast' }
  if (at.getTime() - now.getTime() > MAX_DAYS_AHEAD * 86_400_000) return { ok: false, message: 'sendAtTooLate' }
  if (endsAt && at >= endsAt) return { ok: false, message: 'sendAtAfterEnd' }
  return { ok: true, at }
}

/** Null when the text is no time on any calendar (31 February). */
function instantOf(local: string, timeZone: string): Date | null {
  try {
    return new Date(Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toZonedDateTime(timeZone).epochMilliseconds)
  } catch {
    return null
  }
}

/** Why a message is no longer wanted when its turn comes; null when it is. A link that opens later may be sent before. */
export function whyNotSent(link: LinkFacts, kind: LinkMessageKind, at: Date): 'paused' | 'deleted' | 'expired' | 'soldOut' | 'paid' | 'paying' | null {
  const status = linkStatus(link, at)
  // A customer who has paid, or is about to, needs no reminder.
  if (kind === 'ending' && link.usedCount > 0) return 'paid'
  if (status !== 'active' && status !== 'scheduled') return status
  return kind === 'ending' && link.heldCount > 0 ? 'paying' : null
}
