import 'server-only'
import { endpoint, type ApiAnswer, type ApiCall } from '../endpoint'
import { ACTION, cannotModify, NOT_MODIFIABLE, UNKNOWN, unknownTransaction } from './answers'
import { findTransaction } from './store'

/** Deciding about a card that fraud detection has challenged: which none of our rails does, so there is never one to decide about. */

const NEVER = 'No transaction is ever challenged here, so this answers 412 for every transaction that exists. It is there for programs written for Midtrans.'

export const approveTransaction = endpoint({
  ...ACTION,
  operationId: 'approveTransaction',
  path: '/v2/{id}/approve',
  summary: 'Approve a challenged transaction',
  description: `Accepts a card payment that fraud detection has challenged. ${NEVER}`,
  responses: { ...UNKNOWN, ...NOT_MODIFIABLE },
  handle: review,
})

export const denyTransaction = endpoint({
  ...ACTION,
  operationId: 'denyTransaction',
  path: '/v2/{id}/deny',
  summary: 'Deny a challenged transaction',
  description: `Rejects a card payment that fraud detection has challenged. ${NEVER} To end a pending transaction, cancel it.`,
  responses: { ...UNKNOWN, ...NOT_MODIFIABLE },
  handle: review,
})

async function review({ scope, params, at }: ApiCall<{ id: string }>): Promise<ApiAnswer> {
  return (await findTransaction(scope, params.id, at)) ? cannotModify() : unknownTransaction()
}
