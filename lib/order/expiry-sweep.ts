import 'server-only'
import { now } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { expireDueOrders } from './store'

const EVERY_MS = 5_000
const BATCH = 200

/**
 * Writes down expired orders every few seconds, in every server; the database lets one at a time.
 * Nothing waits for it: a status is derived from the clock, and a full link frees due holds itself.
 */
export function startExpirySweep(): void {
  const sweep = async () => {
    try {
      while ((await expireDueOrders({ at: now(), limit: BATCH })) === BATCH);
    } catch (error) {
      logger.warn({ error }, 'expired orders could not be written down; trying again')
    }
    setTimeout(() => void sweep(), EVERY_MS).unref()
  }
  setTimeout(() => void sweep(), EVERY_MS).unref()
}
