import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { formatDecimal } from '@/lib/money/format-money'
import { parseDecimal } from '@/lib/money/parse-money'
import { statusAfterRefund } from '@/lib/order/status'
import type { AppError } from '@/lib/platform/result'
import { refundOrder } from '@/lib/refund/refund-order'
import { refundableAmount } from '@/lib/refund/rules'
import { findRefundByKey, type KnownRefund } from '@/lib/refund/store'
import type { RefundState } from '@/lib/refund/views'
import { endpoint, type ApiAnswer, type ApiCall } from '../endpoint'
import { cannotModify, refusal, REFUND_REFUSED, transactionAnswer, UNKNOWN, unknownTransaction } from './answers'
import { noQuery, refundBody, refundedSchema, transactionParams } from './schema'
import { findTransaction, type Transaction } from './store'

const refunded = {
  method: 'POST', tag: 'Transactions', scope: 'refund', dialect: 'transaction', params: transactionParams, query: noQuery, body: refundBody, bodyOptional: true, outside: true,
  examples: { 'A part': { refund_key: 'refund-INV-2026-001-a', amount: 25_000, reason: 'Barang habis' }, 'Everything that is left': {} },
  responses: {
    200: { description: 'The money is on its way back (`status_code` 200), or the bank refused and nothing changed (202).', schema: refundedSchema },
    201: { description: 'The bank has not answered yet. It is asked again until it does; a notification follows.', schema: refundedSchema },
    ...UNKNOWN,
    ...REFUND_REFUSED,
  },
} as const

const RULES =
  'Only money that came in goes back, all of it or a part, as often as something is left. The same refund_key and amount again answers as the first time and sends nothing more; ' +
  'with an Idempotency-Key and no refund_key, the key is derived from it, so that no crash refunds twice. ' +
  'When the bank refuses, the answer is HTTP 200 with `"status_code": "202"`, `"refund_amount": "0.00"` and the status as it was; then try with another refund_key.'

export const refundTransaction = endpoint({
  ...refunded,
  operationId: 'refundTransaction',
  path: '/v2/{id}/refund',
  summary: 'Refund a transaction',
  description: `Sends money back to the customer. The bank is asked at once here, so this and the direct refund do the same. ${RULES}`,
  handle: (call) => refund(call, 'refundTransaction'),
})

export const refundTransactionDirect = endpoint({
  ...refunded,
  operationId: 'refundTransactionDirect',
  path: '/v2/{id}/refund/online/direct',
  summary: 'Refund a transaction directly',
  description: `Sends money back to the customer through the payment method, as \`/refund\` does. ${RULES}`,
  handle: (call) => refund(call, 'refundTransactionDirect'),
})

const APPROVED = { refundTransaction: 'Success, refund request is approved', refundTransactionDirect: 'Success, refund request is approved by the bank' }
type Way = keyof typeof APPROVED

type RefundCall = ApiCall<z.output<typeof transactionParams>, unknown, z.output<typeof refundBody>>

async function refund({ scope, params, body, serverKey, idempotencyKey, at }: RefundCall, way: Way): Promise<ApiAnswer> {
  const transaction = await findTransaction(scope, params.id, at)
  if (!transaction) return unknownTransaction()
  const { id: orderId, currency } = transaction.order
  const wanted = body.amount === undefined ? undefined : parseDecimal(body.amount, currency)
  if (wanted === null) return refusal(400, `amount must be an amount of ${currency}, without more decimals than it has`)
  const refundKey = body.refund_key ?? derivedKey(way, idempotencyKey)
  // What is left was another amount when this key was used first.
  const earlier = body.amount === undefined ? await findRefundByKey(scope, orderId, refundKey) : null
  const amount = wanted ?? earlier?.amount ?? refundableAmount({ ...transaction, amount: transaction.order.amount })
  const result = await refundOrder(scope, { orderId, refundKey, amount, reason: body.reason ?? '', channel: 'rail' }, at)
  if (!result.ok) return refusalOf(result.error)

  const [known, after] = [await findRefundByKey(scope, orderId, refundKey), await findTransaction(scope, orderId, at)]
  if (!known || !after) throw new Error(`refund ${result.value.refundId} is not there`)
  const { code, message } = saidOf(known.state, way)
  return transactionAnswer(asOf(known, after), { code, message, serverKey }, {
    refund_chargeback_id: known.number,
    refund_key: refundKey,
    refund_amount: formatDecimal(known.state === 'failed' ? 0 : known.amount, currency),
  })
}

/**
 * The same for the same request, so that asking again after a crash is asking for the same refund;
 * without an idempotency key nobody can tell a repetition from a second refund.
 */
function derivedKey(way: Way, idempotencyKey: string | null): string {
  return idempotencyKey === null ? randomUUID() : createHash('sha256').update(`${way} ${idempotencyKey}`).digest('base64url')
}

function saidOf(state: RefundState, way: Way): { code: string; message: string } {
  switch (state) {
    case 'succeeded':
      return { code: '200', message: APPROVED[way] }
    case 'failed':
      return { code: '202', message: 'Refund denied by the bank' }
    case 'pending':
      return { code: '201', message: 'Refund request is being processed by the bank' }
  }
}

/** As the transaction stood right after this refund, whatever was refunded since: a repeated request is answered as the first. */
function asOf({ id, state }: KnownRefund, transaction: Transaction): Transaction {
  if (state !== 'succeeded') return transaction
  const refunds = transaction.refunds.slice(0, transaction.refunds.findIndex((one) => one.id === id) + 1)
  const refundedAmount = refunds.reduce((sum, { amount }) => sum + amount, 0)
  const { order } = transaction
  return { ...transaction, status: statusAfterRefund({ amount: order.amount, refunded: refundedAmount }), order: { ...order, refundedAmount }, refunds }
}

function refusalOf(error: AppError): ApiAnswer {
  if (error.kind === 'notFound') return unknownTransaction()
  if (error.kind === 'invalid') return refusal(414, 'Refund request is rejected due to invalid amount')
  if (error.kind === 'conflict') return error.message === 'refundKeyUsed' ? refusal(406, 'Duplicate refund ID') : cannotModify()
  throw new Error(`a refund was refused: ${error.kind}`)
}
