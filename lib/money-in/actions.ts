'use server'

import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { pack, type Packed } from '@/lib/platform/packed'
import { success, type Result } from '@/lib/platform/result'
import { ignoreCredit, matchByHand, reopenCredit } from './decide-credit'
import { removeMoneySecret, rotateMoneySecret } from './endpoint-secret'
import { importStatement } from './import-statement'
import { listCredits, listWaiting } from './queries'
import { accountIdSchema, creditFilterSchema, creditIdSchema, importSchema, matchSchema, waitingFilterSchema } from './schema'
import type { CreditPage, MoneyResult, WaitingPage } from './views'

/** Read-only: the query of the queue. */
export async function listWaitingCreditsAction(input: unknown): Promise<Result<Packed<WaitingPage>>> {
  return await sellerAction(input, waitingFilterSchema.strict(), async ({ scope }, filter) => success(pack(await listWaiting(scope, filter))))
}

/** Read-only: the query of the list. */
export async function listCreditsAction(input: unknown): Promise<Result<Packed<CreditPage>>> {
  return await sellerAction(input, creditFilterSchema.strict(), async ({ scope }, filter) => success(pack(await listCredits(scope, filter))))
}

/** Writes down what a statement tells, and confirms what is beyond doubt. */
export async function importStatementAction(input: unknown): Promise<Result<MoneyResult>> {
  return await sellerAction(input, importSchema, ({ scope }, values) => importStatement(scope, values, now()))
}

/** This money is for this order. */
export async function matchCreditAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, matchSchema, ({ scope }, values) => matchByHand(scope, values, now()))
}

/** This money is for no order; a reversal has been seen. */
export async function ignoreCreditAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, creditIdSchema, ({ scope }, { id }) => ignoreCredit(scope, id, now()))
}

/** Takes back that money is for no order. */
export async function reopenCreditAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, creditIdSchema, ({ scope }, { id }) => reopenCredit(scope, id, now()))
}

/** Answers with the secret, this once. */
export async function rotateMoneySecretAction(input: unknown): Promise<Result<{ secret: string }>> {
  return await sellerAction(input, accountIdSchema, ({ scope }, { accountId }) => rotateMoneySecret(scope, accountId, now()))
}

export async function removeMoneySecretAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, accountIdSchema, ({ scope }, { accountId }) => removeMoneySecret(scope, accountId, now()))
}
