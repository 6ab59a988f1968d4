import 'server-only'
import { randomUUID } from 'node:crypto'
import { TRANSACTION_STATUS } from '@/lib/notification/transaction-fields'
import { answer, endpoint, type ApiCall } from '../endpoint'
import { transactionAnswer, transactionBody, UNKNOWN, unknownTransaction } from './answers'
import { noQuery, transactionListSchema, transactionParams, transactionSchema } from './schema'
import { findTransaction } from './store'

const FOUND = 'Success, transaction is found'

const asked = { method: 'GET', tag: 'Transactions', scope: 'read', dialect: 'transaction', params: transactionParams, query: noQuery } as const

export const getTransactionStatus = endpoint({
  ...asked,
  operationId: 'getTransactionStatus',
  path: '/v2/{id}/status',
  summary: 'Where a transaction stands',
  description:
    'Tells a transaction by its order ID or transaction ID, also after its link was deleted. Before the customer has chosen how to pay there is no transaction yet: 404. ' +
    'A pending one whose time is over is `expire` at once. `status_code` depends on where it stands: 200 paid, authorized or refunded, 201 pending, 202 denied or cancelled, 407 expired; ' +
    'HTTP says the same, except that 202 and 407 come with HTTP 200. (The notification of an expired transaction says 202 instead of 407, as Midtrans’ does.)',
  responses: {
    200: { description: 'The transaction; `status_code` is 200, 202 or 407.', schema: transactionSchema },
    201: { description: 'The transaction is pending; `status_code` is 201.', schema: transactionSchema },
    ...UNKNOWN,
  },
  handle: async ({ scope, params, serverKey, at }) => {
    const transaction = await findTransaction(scope, params.id, at)
    if (!transaction) return unknownTransaction()
    return transactionAnswer(transaction, saidOf(transaction, serverKey))
  },
})

export const getTransactionStatusB2b = endpoint({
  ...asked,
  operationId: 'getTransactionStatusB2b',
  path: '/v2/{id}/status/b2b',
  summary: 'Where the transactions of an ID stand',
  description: 'The same in a list. Midtrans’ B2B virtual accounts can be paid several times under one ID; here every payment has an ID of its own, so the list has one entry.',
  responses: { 200: { description: 'A list of one transaction.', schema: transactionListSchema }, ...UNKNOWN },
  handle: async ({ scope, params, serverKey, at }) => {
    const transaction = await findTransaction(scope, params.id, at)
    if (!transaction) return unknownTransaction()
    return answer(200, { status_code: '200', status_message: FOUND, id: randomUUID(), transactions: [transactionBody(transaction, saidOf(transaction, serverKey))] })
  },
})

const saidOf = ({ status }: { status: keyof typeof TRANSACTION_STATUS }, serverKey: ApiCall['serverKey']) => ({ code: TRANSACTION_STATUS[status].asked, message: FOUND, serverKey })
