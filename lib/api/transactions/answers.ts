import 'server-only'
import type { TransactionFacts } from '@/lib/notification/facts'
import { transactionFields } from '@/lib/notification/transaction-fields'
import { problemBody } from '../dialect'
import { answer, type AnswerDescription, type ApiAnswer } from '../endpoint'
import { noQuery, transactionParams } from './schema'

/** What the actions on a transaction that send no body have in common. */
export const ACTION = { method: 'POST', tag: 'Transactions', scope: 'write', dialect: 'transaction', params: transactionParams, query: noQuery } as const

type Answers = Record<number, AnswerDescription>
type Said = { code: string; message: string; serverKey: string }

/** A transaction as an answer tells it: signed over the answer's own status_code with the key that asked. */
export function transactionBody(transaction: TransactionFacts, said: Said): Record<string, unknown> {
  return { ...transactionFields(transaction, said), tautan_status: transaction.status }
}

export function transactionAnswer(transaction: TransactionFacts, said: Said, more: Record<string, unknown> = {}): ApiAnswer {
  return answer(httpStatusOf(said.code), { ...transactionBody(transaction, said), ...more })
}

/**
 * HTTP says what the body says, except where that is about the payment and not about the request:
 * 407 (Midtrans' own client takes HTTP 407 for a failure) and 202 are sent with 200.
 */
const httpStatusOf = (code: string): number => (code === '202' || code === '407' ? 200 : Number(code))

export function refusal(status: 400 | 404 | 406 | 412 | 414, message: string): ApiAnswer {
  return answer(status, problemBody('transaction', { status, messages: [message] }))
}

/** "Not yours" and "not there" are the same. */
export const unknownTransaction = (): ApiAnswer => refusal(404, "Transaction doesn't exist.")

export const cannotModify = (): ApiAnswer => refusal(412, 'Merchant cannot modify the status of the transaction')

export const UNKNOWN: Answers = { 404: { description: 'There is no such transaction in your shop, in the mode of your server key.' } }
export const NOT_MODIFIABLE: Answers = { 412: { description: 'The transaction does not stand where this is possible.' } }
export const REFUND_REFUSED: Answers = {
  406: { description: 'This refund_key was used for this transaction with another amount.' },
  412: { description: 'Nothing can be sent back: the transaction is not paid, or all of it went back, or its method (virtual accounts, convenience stores) takes nothing back; then refund by hand and record it in the dashboard.' },
  414: { description: 'More than is left to refund, or a part where the method only sends back all of it (ShopeePay).' },
}
