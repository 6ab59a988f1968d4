import 'server-only'
import { planExpiryWarnings } from '@/lib/email/plan-expiry-warnings'
import { sendEmails } from '@/lib/email/send-email'
import type { WorkPlan } from '@/lib/job/boss'
import { trimCalls } from '@/lib/api/call-log/trim-calls'
import { forgetOldKeys } from '@/lib/api/idempotency/store'
import { announceEvents } from '@/lib/notification/announce-events'
import { expireDueOrders } from '@/lib/order/store'
import { sendPushes } from '@/lib/push/send-push'
import { settleRefunds } from '@/lib/refund/settle-refund'
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
  push: { run: sendPushes, concurrency: 4 },
}

const BATCH = 200

/** What the clock brings: done again and again, by one process at a time. Each says whether there is more. */
export const sweeps = {
  'expired orders': async (at: Date) => (await expireDueOrders({ at, limit: BATCH })) === BATCH,
  'old idempotency keys': async (at: Date) => (await forgetOldKeys({ at, limit: BATCH })) === BATCH,
  'old calls of the API': () => trimCalls({ limit: BATCH }),
  'numbers that waited too long': (at: Date) => eraseOldWaiters({ at, limit: BATCH }),
  'expiry warnings': (at: Date) => planExpiryWarnings({ at, limit: BATCH }),
} as const satisfies Record<string, (at: Date) => Promise<boolean>>
