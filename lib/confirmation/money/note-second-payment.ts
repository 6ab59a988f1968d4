import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { failure, invalid, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { confirmWithin } from '../confirm-payment'
import { moneyVerdict } from '../rules'
import { insertConfirmation } from '../store'
import type { SecondPayment } from './schema'
import { listMoveTargets, lockSettledOrder } from './store'

/**
 * Money that came for an order that has its money: the seller sent it back, or it is for another open
 * order of the same customer, which is then paid with it. The first order stays as it is; what came and
 * went, or moved, is in the log.
 * @returns conflict when the order is not paid, or the other cannot take it (any more)
 */
export async function noteSecondPayment(scope: MerchantScope, { id, received, currency, moveTo }: SecondPayment, at: Date): Promise<Result<null>> {
  return await inTransaction(async (on) => {
    const order = await lockSettledOrder(on, scope, id)
    if (!order) return notFound()
    if (currency && currency !== order.currency) return invalid({ received: 'otherCurrency' })
    const verdict = moneyVerdict({ expected: order.amount, uniqueCode: 0, received, status: order.status, alreadyPaid: 0 })
    if (verdict.kind !== 'twice') return failure({ kind: 'conflict', message: 'moneyNotOdd' })
    if (moveTo === null) {
      await insertConfirmation(on, scope, { orderId: id, type: 'returned', facts: { received, returned: received, customer: order.customer.name }, at })
      return success(null)
    }
    const target = (await listMoveTargets(on, scope, id)).find((other) => other.id === moveTo)
    if (!target) return failure({ kind: 'conflict', message: 'moveTarget' })
    await insertConfirmation(on, scope, { orderId: id, type: 'moved', facts: { received, to: target.orderId }, at })
    const outcome = await confirmWithin(on, scope, { orderId: moveTo, facts: { movedFrom: order.orderId }, received, at })
    if (outcome.kind !== 'applied') throw new Error(`money could not be moved to ${target.orderId}: ${outcome.kind}`)
    return success(null)
  })
}
