import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { railFor } from '@/lib/payment/rails'
import { newRowId } from '@/lib/platform/ids'
import { logger } from '@/lib/platform/logger'
import { failure, invalid, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { refundProblem, type RefundProblem } from './rules'
import type { RefundOrder } from './schema'
import { settleRefund } from './settle-refund'
import { claimRefund, completeRefund, enqueueRefund, findRefundByKey, findRefundOrder } from './store'

/** The job waits this long, since the seller's own request asks the rail at once. */
const JOB_DELAY_MS = 20_000

/**
 * Gives money back: through the rail, or written down by hand when the seller sent it. The same key
 * again answers with the first refund and moves nothing. The use of the link's place stays.
 *
 * @returns the refund's row id; through a rail it may still be on its way
 */
export async function refundOrder(scope: MerchantScope, wish: RefundOrder, at: Date): Promise<Result<{ refundId: string }>> {
  const { orderId, refundKey, amount, currency, reason, channel } = wish
  const order = await findRefundOrder(scope, orderId)
  if (!order) return notFound()
  if (currency && currency !== order.currency) return invalid({ amount: 'otherCurrency' })
  const repeated = await repeatedRefund(scope, wish)
  if (repeated) return repeated
  const problem = refundProblem({ ...order, ability: railFor(scope.mode, order.method)?.refundAbility(order.method) ?? 'no' }, wish)
  if (problem) return refusal(problem)

  const id = newRowId(at.getTime())
  const claimed = await inTransaction(async (sql) => {
    const claim = await claimRefund(sql, scope, { id, orderId, refundKey, amount, reason, channel, actorId: scope.userId, at })
    if (claim !== 'claimed') return claim
    if (channel === 'manual') await completeRefund(sql, id, at)
    else await enqueueRefund(sql, id, new Date(at.getTime() + JOB_DELAY_MS))
    return claim
  })
  // Its own first request, at this very moment, may be what left too little.
  if (claimed !== 'claimed') return (await repeatedRefund(scope, wish)) ?? refusal('refundTooMuch')
  if (channel === 'rail') await tryNow(id)
  return success({ refundId: id })
}

async function repeatedRefund(scope: MerchantScope, { orderId, refundKey, amount, channel }: RefundOrder): Promise<Result<{ refundId: string }> | null> {
  const earlier = await findRefundByKey(scope, orderId, refundKey)
  if (!earlier) return null
  if (earlier.amount !== amount || earlier.channel !== channel) return failure({ kind: 'conflict', message: 'refundKeyUsed' })
  return success({ refundId: earlier.id })
}

async function tryNow(refundId: string): Promise<void> {
  try {
    await settleRefund(refundId)
  } catch (error) {
    logger.warn({ error, refundId }, 'the rail did not answer a refund; its job asks again')
  }
}

function refusal(problem: RefundProblem) {
  return problem === 'refundTooMuch' || problem === 'refundInFullOnly' ? invalid({ amount: problem }) : failure({ kind: 'conflict', message: problem })
}
