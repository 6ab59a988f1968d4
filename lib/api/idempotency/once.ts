import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { inTransaction, sql, type Sql } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import { claimKey, findAnswer, insertAnswer, lockKey, releaseKey, rememberAnswer, type EarlierUse, type IdempotencyUse } from './store'

export type Written = { status: number; body: string }

export type OnceOutcome = { kind: 'answered'; answer: Written; isReplay: boolean } | { kind: 'inFlight' } | { kind: 'otherRequest' }

type Way = {
  /** Whether `run` waits for the world (a rail): see onceOutside. */
  outside?: boolean
  at: Date
}

/**
 * Does a request once, however often it is sent with the same key: its answer is written in the
 * transaction of what it did, so that a crash leaves both or neither, and is given again for a day,
 * byte for byte.
 *
 * Only success is remembered (Midtrans does the same): a request that was refused may be mended by
 * the shop and sent again.
 */
export async function once(scope: MerchantScope, use: IdempotencyUse, { outside = false, at }: Way, run: (sql: Sql) => Promise<Written>): Promise<OnceOutcome> {
  return outside ? await onceOutside(scope, use, at, run) : await onceInside(scope, use, at, run)
}

/** Who works on a key holds its lock until the end of the transaction, be it the end of the process. */
async function onceInside(scope: MerchantScope, use: IdempotencyUse, at: Date, run: (sql: Sql) => Promise<Written>): Promise<OnceOutcome> {
  try {
    return await inTransaction(async (on) => {
      const { isFree, earlier } = await lockKey(on, scope, use, at)
      if (earlier) return toldBefore(earlier, use)
      if (!isFree) return { kind: 'inFlight' }
      const written = successOf(await run(on))
      if (!(await insertAnswer(on, scope, { use, at, ...written }))) throw new Overtaken()
      return { kind: 'answered', answer: written, isReplay: false }
    })
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Overtaken)) throw error
    // Who held the lock before us may have answered after we had looked: then it is that answer that we were refused for.
    const earlier = await findAnswer(scope, use, at)
    if (earlier) return toldBefore(earlier, use)
    return error instanceof Refused ? { kind: 'answered', answer: error.answer, isReplay: false } : { kind: 'inFlight' }
  }
}

/**
 * For what waits for the world (a rail), which no transaction may: it is written by the time that the
 * answer is, and a crash in between forgets only the answer. A claim keeps everybody else away until
 * then; whoever comes after the crash does it again, so `run` must make that harmless: a refund takes
 * its refund key from the idempotency key.
 */
async function onceOutside(scope: MerchantScope, use: IdempotencyUse, at: Date, run: (sql: Sql) => Promise<Written>): Promise<OnceOutcome> {
  const claim = randomUUID()
  const earlier = await claimKey(scope, use, claim, at)
  if (earlier) return toldBefore(earlier, use)
  try {
    const written = successOf(await run(sql))
    const isOurs = await rememberAnswer(sql, scope, { use, claim, ...written })
    return isOurs ? { kind: 'answered', answer: written, isReplay: false } : { kind: 'inFlight' }
  } catch (error) {
    await releaseKey(scope, use, claim)
    if (error instanceof Refused) return { kind: 'answered', answer: error.answer, isReplay: false }
    throw error
  }
}

function toldBefore({ fingerprint, status, body }: EarlierUse, use: IdempotencyUse): OnceOutcome {
  if (fingerprint !== use.fingerprint) return { kind: 'otherRequest' }
  return status === null || body === null ? { kind: 'inFlight' } : { kind: 'answered', answer: { status, body }, isReplay: true }
}

function successOf(written: Written): Written {
  if (written.status < 200 || written.status >= 300) throw new Refused(written)
  return written
}

/** Whether another request was answered under the key: said before what is wrong with this one. */
export async function isUsedOtherwise(scope: MerchantScope, use: IdempotencyUse, at: Date): Promise<boolean> {
  const earlier = await findAnswer(scope, use, at)
  return earlier !== null && earlier.fingerprint !== use.fingerprint
}

/** @param parts whatever makes a request another one */
export function idempotencyUse(operation: string, key: string, parts: readonly string[]): IdempotencyUse {
  return { operation, key, fingerprint: createHash('sha256').update(JSON.stringify(parts)).digest('hex') }
}

/** Undoes the transaction; nothing of a refused request is kept. */
class Refused extends Error {
  readonly answer: Written

  constructor(answer: Written) {
    super('refused')
    this.answer = answer
  }
}

class Overtaken extends Error {}
