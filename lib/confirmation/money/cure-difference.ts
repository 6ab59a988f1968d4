import 'server-only'
import { inTransaction, type Sql } from '@/lib/database/sql'
import { isLocale } from '@/lib/i18n/locales'
import { wordingOf } from '@/lib/i18n/wording'
import { makeLink } from '@/lib/link/create-link'
import { settledDifference } from '@/lib/order/difference'
import { newRowId, readableId } from '@/lib/platform/ids'
import { failure, notFound, success, type Result } from '@/lib/platform/result'
import { claimRefund, completeRefund } from '@/lib/refund/store'
import { METHODS_OF_MODE } from '@/lib/payment/methods'
import { listOffers } from '@/lib/receiving/queries'
import { offersFor } from '@/lib/receiving/rules'
import type { MerchantScope } from '@/lib/shop/scope'
import { insertConfirmation } from '../store'
import type { CureDifference } from './schema'
import { findPaidRest, forgetExpected, hasRemainder, lockSettledOrder, type SettledOrder } from './store'

/**
 * What a seller does about an order that was settled with less or more than was asked: takes it as it
 * is, makes a link for what is missing (one, however often they ask), or notes that the difference
 * went back. The act and its line in the log are one.
 * @returns conflict when there is nothing (left) to settle, as once the rest was paid, or nothing that the link may offer takes what is missing
 */
export async function cureDifference(scope: MerchantScope, { id, cure }: CureDifference, at: Date): Promise<Result<null>> {
  return await inTransaction(async (on) => {
    const order = await lockSettledOrder(on, scope, id)
    if (!order) return notFound()
    const odd = settledDifference({ ...order, isRestPaid: (await findPaidRest(id, on)) !== null })
    const facts = { expected: order.expected, received: order.amount, difference: odd?.by }
    if (odd && cure === 'accept') {
      await forgetExpected(on, id)
      await insertConfirmation(on, scope, { orderId: id, type: 'accepted', facts, at })
      return success(null)
    }
    if (odd?.kind === 'less' && cure === 'remainder') {
      if (await hasRemainder(on, id)) return success(null)
      const ways = await waysForRest(on, scope, { order, missing: odd.by })
      if (!ways) return failure({ kind: 'conflict', message: 'remainderUnpayable' })
      const slug = await makeRemainderLink(on, scope, { order, missing: odd.by, ways, at })
      if (!slug) throw new Error(`no link for the rest of ${order.orderId}`)
      await insertConfirmation(on, scope, { orderId: id, type: 'remainder', facts: { ...facts, remainder: slug }, at })
      return success(null)
    }
    if (odd?.kind === 'more' && cure === 'refund') {
      const refundId = newRowId(at.getTime())
      const claimed = await claimRefund(on, scope, {
        id: refundId, orderId: id, refundKey: `excess-${readableId(10)}`, amount: odd.by, channel: 'manual', actorId: scope.userId, at, reason: wordsOf(order)('claim.excess'),
      })
      if (claimed !== 'claimed') throw new Error(`the excess of ${order.orderId} could not be noted: ${claimed}`)
      await completeRefund(on, refundId, at)
      await insertConfirmation(on, scope, { orderId: id, type: 'returned', facts: { ...facts, returned: odd.by }, at })
      return success(null)
    }
    return failure({ kind: 'conflict', message: 'moneyNotOdd' })
  })
}

const NAME_MAX = 50

type Ways = Pick<SettledOrder, 'paymentMethods' | 'accountsOff'>

/**
 * How the rest may be paid: to no account that the seller left out of the link, and in the link's own ways where these
 * take so little, else in any. Not on delivery: that is over.
 * @returns null when nothing takes it
 */
async function waysForRest(on: Sql, scope: MerchantScope, { order, missing }: { order: SettledOrder; missing: number }): Promise<Ways | null> {
  const offers = await listOffers(scope, on)
  const { currency, accountsOff } = order
  const canPay = (paymentMethods: string[]) => offersFor(offers, { currency, amount: missing, chosen: paymentMethods, accountsOff }).length > 0
  const own = withoutDelivery(order.paymentMethods)
  // An empty list would be every way, delivery among them.
  const every = scope.mode === 'live' ? withoutDelivery(METHODS_OF_MODE.live) : []
  const paymentMethods = (own.length > 0 ? [own, every] : [every]).find(canPay)
  return paymentMethods ? { paymentMethods, accountsOff } : null
}

const withoutDelivery = (methods: readonly string[]): string[] => methods.filter((method) => method !== 'cod')

/** In the customer's language. The order's own id is the submission's: a second link for the same order cannot be. */
async function makeRemainderLink(on: Sql, scope: MerchantScope, { order, missing, ways, at }: { order: SettledOrder; missing: number; ways: Ways; at: Date }): Promise<string | null> {
  const { name, phone, email } = order.customer
  const slug = readableId(10)
  const item = [...wordsOf(order)('claim.rest', { name: order.linkName })].slice(0, NAME_MAX).join('')
  const hasCustomer = name !== '' || phone !== null || email !== null
  const made = await makeLink(scope, {
    submissionId: order.id, orderId: `SISA-${readableId(8)}`, slug, currency: order.currency, title: null, description: null, items: [{ name: item, price: missing, quantity: 1 }], openAmount: null,
    usageLimit: 1, startsAt: null, expiresAt: null, ...ways, customerQuestions: null, redirects: null, notificationUrls: null, customFields: null, metadata: null, apiDetails: null,
    customer: hasCustomer ? { firstName: [...name].slice(0, NAME_MAX).join(''), lastName: '', email: email ?? '', phone: phone ?? '', notes: '' } : null,
  }, { at, on })
  return made.outcome === 'inserted' ? slug : null
}

const wordsOf = ({ locale }: Pick<SettledOrder, 'locale'>) => wordingOf(isLocale(locale) ? locale : 'id').t
