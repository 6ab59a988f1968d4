import 'server-only'
import { z } from 'zod'
import { formatDecimal } from '@/lib/money/format-money'
import { parseDecimal } from '@/lib/money/parse-money'
import { announce } from '@/lib/order/announce'
import { endpoint } from '../endpoint'
import { cannotModify, NOT_MODIFIABLE, refusal, transactionAnswer, UNKNOWN, unknownTransaction } from './answers'
import { captureBody, noQuery, transactionSchema } from './schema'
import { findTransaction } from './store'

export const captureTransaction = endpoint({
  operationId: 'captureTransaction',
  method: 'POST',
  path: '/v2/capture',
  tag: 'Transactions',
  summary: 'Charge an authorized card',
  description:
    'Takes the money that was reserved on a card. The transaction is then `settlement`: there is no `capture` that settles a day later. ' +
    'A part of the amount cannot be captured. Asked again of one that was captured it answers 412, as Midtrans does; send an Idempotency-Key to repeat it safely.',
  scope: 'write',
  dialect: 'transaction',
  params: z.object({}),
  query: noQuery,
  body: captureBody,
  examples: {
    'The authorized amount': { transaction_id: '01990b2e-7c1a-7000-8000-5a3f6b1c2d4e', gross_amount: 85_000 },
    'Whatever was authorized': { transaction_id: '01990b2e-7c1a-7000-8000-5a3f6b1c2d4e' },
  },
  responses: { 200: { description: 'The card was charged.', schema: transactionSchema }, ...UNKNOWN, ...NOT_MODIFIABLE },
  handle: async ({ scope, body, serverKey, sql, at }) => {
    const transaction = await findTransaction(scope, body.transaction_id, at, sql)
    if (!transaction) return unknownTransaction()
    const { order } = transaction
    if (body.gross_amount !== undefined && parseDecimal(body.gross_amount, order.currency) !== order.amount) return refusal(400, `gross_amount must be the authorized amount, ${Number(formatDecimal(order.amount, order.currency))}: partial capture is not supported`)
    const outcome = await announce({ orderId: order.id, news: 'settle', actor: 'seller', actorId: scope.userId, onlyFrom: ['authorized'], at }, sql)
    if (outcome.kind !== 'applied') return cannotModify()
    const captured = { ...transaction, status: 'paid' as const, order: { ...order, paidAt: at } }
    return transactionAnswer(captured, { code: '200', message: 'Success, Credit Card capture transaction is successful', serverKey })
  },
})
