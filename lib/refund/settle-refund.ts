import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import type { JobData } from '@/lib/job/queues'
import { railFor } from '@/lib/payment/rails'
import { now } from '@/lib/platform/clock'
import { completeRefund, failRefund, findPendingRefund } from './store'

/** The job behind a refund through a rail: it is done however often the server dies on the way. */
export async function settleRefunds(jobs: JobData['refund'][]): Promise<void> {
  for (const { refundId } of jobs) await settleRefund(refundId)
}

/**
 * Asks the rail to send the money back, with a key that makes asking again harmless, and writes down
 * its answer. Does nothing for a refund that was answered before.
 * @throws when the rail does not answer: ask again later
 */
export async function settleRefund(refundId: string): Promise<void> {
  const refund = await findPendingRefund(refundId)
  if (!refund) return
  const { id, amount, reason, order } = refund
  const rail = railFor(order.mode, order.method)
  if (!rail) throw new Error(`no rail for ${order.method} in ${order.mode} mode`)
  // Its own id, not the seller's key: unique for the rail, whoever chose the same key for another order.
  const answer = await rail.refund({ refundKey: id, orderId: order.id, method: order.method, amount, currency: order.currency, reason })
  await inTransaction(async (sql) => {
    if (answer.kind === 'refunded') await completeRefund(sql, id, now())
    else await failRefund(sql, id, answer.reason.slice(0, 255), now())
  })
}
