import 'server-only'
import { runChanges } from '@/lib/bulk-change/run-change'
import { runExports } from '@/lib/data-export/run-export'
import { planExpiryWarnings } from '@/lib/email/plan-expiry-warnings'
import { sendEmails } from '@/lib/email/send-email'
import { eraseDue } from '@/lib/erasure/erase-due'
import { sweepFiles } from '@/lib/file/sweep-files'
import { forgetBulk } from '@/lib/data-export/forget-bulk'
import type { WorkPlan } from '@/lib/job/boss'
import { trimCalls } from '@/lib/api/call-log/trim-calls'
import { forgetOldKeys } from '@/lib/api/idempotency/store'
import { runLinkMessages } from '@/lib/link-message/run-link-messages'
import { sendSmsMessages } from '@/lib/link-message/send-sms'
import { runImports } from '@/lib/link-import/run-import'
import { announceEvents } from '@/lib/notification/announce-events'
import { expireDueOrders } from '@/lib/order/store'
import { sendPushes } from '@/lib/push/send-push'
import { planLinkReminders, planPaymentReminders } from '@/lib/reminder/plan-reminders'
import { settleRefunds } from '@/lib/refund/settle-refund'
import { rollUpOrders } from '@/lib/rollup/roll-up-orders'
import { sortIntoSearchIndexes } from '@/lib/search-index/store'
import { eraseOldWaiters } from '@/lib/waiter/erase-old-waiters'
import { deliverWebhook } from '@/lib/webhook/deliver-webhook'

/** Everything that happens later: which job is done by whom. */
export const workPlan: WorkPlan = {
  'order-event': { run: announceEvents, batchSize: 100 },
  refund: { run: settleRefunds },
  // Many at once, few of one endpoint: who does not answer holds up nobody else.
  webhook: { run: deliverWebhook, concurrency: 20, groupConcurrency: 2 },
  // A few at once: beside customers each queue is asked only once a second.
  email: { run: sendEmails, batchSize: 5, concurrency: 3 },
  'link-message': { run: runLinkMessages, batchSize: 20 },
  sms: { run: sendSmsMessages, concurrency: 2 },
  push: { run: sendPushes, concurrency: 4 },
  // Two at once: a shop's large file holds up one other shop at most by a little.
  'link-import': { run: (jobs) => runImports(jobs), concurrency: 2 },
  'bulk-change': { run: (jobs) => runChanges(jobs), concurrency: 2 },
  'data-export': { run: (jobs) => runExports(jobs), concurrency: 2 },
}

const BATCH = 200

/** Events that one statement counts: a fraction of a second. */
const ROLLED_UP = 20_000

/** How long what is new may wait beside the search indexes. */
const SORTED_IN_MS = 10_000
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** For what nobody waits for: every process does it once in this time, and again at once while there is more. */
function every(milliseconds: number, run: (at: Date) => Promise<boolean>): (at: Date) => Promise<boolean> {
  let next = 0
  return async (at) => {
    if (at.getTime() < next) return false
    const hasMore = await run(at)
    if (!hasMore) next = at.getTime() + milliseconds
    return hasMore
  }
}

const hourly = (run: (at: Date) => Promise<boolean>) => every(HOUR_MS, run)

/** What the clock brings: done again and again, by one process at a time. Each says whether there is more. */
export const sweeps = {
  'expired orders': async (at: Date) => (await expireDueOrders({ at, limit: BATCH })) === BATCH,
  'old idempotency keys': async (at: Date) => (await forgetOldKeys({ at, limit: BATCH })) === BATCH,
  'old calls of the API': () => trimCalls({ limit: BATCH }),
  'numbers that waited too long': (at: Date) => eraseOldWaiters({ at, limit: BATCH }),
  'private data to erase': hourly((at) => eraseDue({ at, limit: BATCH })),
  'files and lists of work on many rows': hourly((at) => forgetBulk({ at, limit: BATCH })),
  'files without a row': hourly(async (at) => {
    await sweepFiles(at)
    return false
  }),
  'expiry warnings': (at: Date) => planExpiryWarnings({ at, limit: BATCH }),
  'reminders of links': every(MINUTE_MS, (at) => planLinkReminders({ at, limit: BATCH })),
  'reminders of orders': every(MINUTE_MS, (at) => planPaymentReminders({ at, limit: BATCH })),
  'numbers of the home page': () => rollUpOrders({ limit: ROLLED_UP }),
  'search indexes': every(SORTED_IN_MS, async () => {
    await sortIntoSearchIndexes()
    return false
  }),
} as const satisfies Record<string, (at: Date) => Promise<boolean>>
