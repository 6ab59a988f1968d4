import 'server-only'
import type { WorkPlan } from '@/lib/job/boss'
import { announceEvents } from '@/lib/notification/announce-events'
import { expireDueOrders } from '@/lib/order/store'
import { settleRefunds } from '@/lib/refund/settle-refund'

/** Everything that happens later: which job is done by whom. */
export const workPlan: WorkPlan = {
  'order-event': { run: announceEvents, batchSize: 100 },
  refund: { run: settleRefunds },
  webhook: { run: async () => undefined },
  email: { run: async () => undefined },
  push: { run: async () => undefined },
}

const BATCH = 200

/** What the clock brings: done again and again, by one process at a time. Each says whether there is more. */
export const sweeps = {
  'expired orders': async (at: Date) => (await expireDueOrders({ at, limit: BATCH })) === BATCH,
} as const satisfies Record<string, (at: Date) => Promise<boolean>>
