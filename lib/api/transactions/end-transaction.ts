import 'server-only'
import { announce } from '@/lib/order/announce'
import type { OrderStatus } from '@/lib/order/status'
import { endpoint, type ApiAnswer, type ApiCall } from '../endpoint'
import { ACTION, cannotModify, NOT_MODIFIABLE, transactionAnswer, UNKNOWN, unknownTransaction } from './answers'
import { transactionSchema } from './schema'
import { findTransaction } from './store'

/** What ends a transaction without money: its place in the link is free again at once. */

const AGAIN = 'Asked again of one that it was done to, it answers as the first time, so that a request whose answer got lost can simply be sent again (Midtrans answers 412). What is sent as a body is ignored.'

export const cancelTransaction = endpoint({
  ...ACTION,
  operationId: 'cancelTransaction',
  path: '/v2/{id}/cancel',
  summary: 'Cancel a transaction',
  description: `Cancels a transaction that is pending or authorized. One that is paid can only be refunded. ${AGAIN}`,
  responses: { 200: { description: 'The transaction is cancelled.', schema: transactionSchema }, ...UNKNOWN, ...NOT_MODIFIABLE },
  handle: (call) => end(call, { news: 'cancel', to: 'cancelled', onlyFrom: ['pending', 'authorized', 'in_review'], code: '200', message: 'Success, transaction is canceled' }),
})

export const expireTransaction = endpoint({
  ...ACTION,
  operationId: 'expireTransaction',
  path: '/v2/{id}/expire',
  summary: 'Let a transaction expire',
  description: `Ends a pending transaction as if its time were over. The body says \`"status_code": "407"\`, with HTTP 200. An authorized one is cancelled instead. ${AGAIN}`,
  responses: { 200: { description: 'The transaction is expired; `status_code` is 407.', schema: transactionSchema }, ...UNKNOWN, ...NOT_MODIFIABLE },
  handle: (call) => end(call, { news: 'expire', to: 'expired', onlyFrom: ['pending'], code: '407', message: 'Success, transaction has expired' }),
})

type Ending = { news: 'cancel' | 'expire'; to: OrderStatus; onlyFrom: OrderStatus[]; code: string; message: string }

async function end({ scope, params, serverKey, sql, at }: ApiCall<{ id: string }>, { news, to, onlyFrom, code, message }: Ending): Promise<ApiAnswer> {
  const transaction = await findTransaction(scope, params.id, at, sql)
  if (!transaction) return unknownTransaction()
  const outcome = await announce({ orderId: transaction.order.id, news, actor: 'seller', actorId: scope.userId, onlyFrom, at }, sql)
  if (outcome.kind !== 'applied' && outcome.kind !== 'alreadyApplied') return cannotModify()
  return transactionAnswer({ ...transaction, status: to }, { code, message, serverKey })
}
