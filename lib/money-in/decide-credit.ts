import 'server-only'
import { findOwnOrder, insertConfirmation, takeOtherAmount } from '@/lib/confirmation/store'
import { inTransaction, violatedUnique } from '@/lib/database/sql'
import { announce } from '@/lib/order/announce'
import { failure, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { matchCredits } from './match-credits'
import { decideOpenCredit, lockOwnCredit, markReversalSeen, reopenIgnoredCredit, type OwnCredit } from './store'

/**
 * The seller says whose money it is: the order is paid (or paid late) with what came, and the log tells what was
 * compared. A difference is settled as any other. One that the seller had confirmed before only gets its credit.
 * @returns conflict when the credit was used, or the order got another credit meanwhile
 */
export async function matchByHand(scope: MerchantScope, { id, orderId }: { id: string; orderId: string }, at: Date): Promise<Result<null>> {
  try {
    return await inTransaction(async (on) => {
      const credit = await lockOwnCredit(on, scope, id)
      const order = await findOwnOrder(on, scope, orderId)
      if (!credit || !order || order.accountId !== credit.accountId) return notFound()
      if (credit.state !== 'open') return credit.state === 'matched' && credit.orderId === orderId ? success(null) : used
      if (credit.amount !== order.expected) await takeOtherAmount(on, orderId, { received: credit.amount, asked: order })
      const outcome = await announce({ orderId, news: 'settle', actor: 'seller', actorId: scope.userId, reason: 'bankCredit', at }, on)
      if (outcome.kind !== 'applied' && outcome.kind !== 'alreadyApplied') return failure({ kind: 'conflict', message: 'creditOrderEnded' })
      await decideOpenCredit(on, { id, state: 'matched', orderId, userId: scope.userId, at })
      await insertConfirmation(on, scope, { orderId, type: 'matched', facts: { ...order, ...factsOf(credit), received: credit.amount, difference: credit.amount - order.expected }, at })
      return success(null)
    })
  } catch (error) {
    if (violatedUnique(error) === 'bank_credits_one_per_order') return failure({ kind: 'conflict', message: 'creditOrderHasMoney' })
    throw error
  }
}

/** The seller says that this money is for no order; of a reversal, that they have seen it. */
export async function ignoreCredit(scope: MerchantScope, id: string, at: Date): Promise<Result<null>> {
  return await inTransaction(async (on) => {
    const credit = await lockOwnCredit(on, scope, id)
    if (!credit) return notFound()
    const { state, orderId } = credit
    if (state === 'ignored') return success(null)
    if (state === 'reversed' && orderId !== null) {
      if (credit.doubt !== 'reversedPaid') return success(null)
      await markReversalSeen(on, { id, userId: scope.userId, at })
      await insertConfirmation(on, scope, { orderId, type: 'ignored', facts: { ...factsOf(credit), reversed: true }, at })
      return success(null)
    }
    if (state !== 'open') return used
    await decideOpenCredit(on, { id, state: 'ignored', orderId: null, userId: scope.userId, at })
    await insertConfirmation(on, scope, { orderId: null, type: 'ignored', facts: factsOf(credit), at })
    return success(null)
  })
}

/**
 * The seller takes back that money is for no order. It is judged as if it had just come: what fits one
 * order pays it, anything else waits for the seller again.
 * @returns conflict when it was not the seller who ignored it
 */
export async function reopenCredit(scope: MerchantScope, id: string, at: Date): Promise<Result<null>> {
  const reopened = await inTransaction(async (on): Promise<Result<string | null>> => {
    const credit = await lockOwnCredit(on, scope, id)
    if (!credit) return notFound()
    if (credit.state === 'open') return success(null)
    if (!(await reopenIgnoredCredit(on, id))) return used
    await insertConfirmation(on, scope, { orderId: null, type: 'reopened', facts: factsOf(credit), at })
    return success(credit.accountId)
  })
  if (!reopened.ok) return reopened
  if (reopened.value !== null) await matchCredits(reopened.value, at)
  return success(null)
}

const used = failure({ kind: 'conflict', message: 'creditUsed' })

const factsOf = ({ id, amount, at, hasTime, description }: OwnCredit) => ({ credit: { id, amount, at: at.toISOString(), hasTime, description } })
