import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { inTransaction, sql, type Sql } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import { claimKey, releaseKey, rememberAnswer } from './store'

export type Written = { status: number; body: string }

export type OnceOutcome = { kind: 'answered'; answer: Written; isReplay: boolean } | { kind: 'inFlight' } | { kind: 'otherRequest' }

type Asked = {
  operation: string
  key: string
  /** Whatever makes this request another one. */
  parts: readonly string[]
  /** Whether `run` waits for the world (a rail), which no transaction may: see below. */
  outside?: boolean
  at: Date
}

/**
 * Does a request once, however often it is sent with the same key: its answer is written in the
 * transaction of what it did, so that a crash leaves both or neither, and is given again for a day,
 * byte for byte.
 *
 * What is done `outside` of that transaction is written by then, and a crash in between forgets only
 * the answer. The claim keeps everybody else away until then; whoever comes after the crash does it
 * again, so `run` must make that harmless: a refund takes its refund key from the idempotency key.
 *
 * Only success is remembered (Midtrans does the same): a request that was refused may be mended by
 * the shop and sent again.
 */
export async function once(scope: MerchantScope, { operation, key, parts, outside = false, at }: Asked, run: (sql: Sql) => Promise<Written>): Promise<OnceOutcome> {
  const use = { operation, key, fingerprint: fingerprintOf(parts) }
  const claim = randomUUID()
  const earlier = await claimKey(scope, use, claim, at)
  if (earlier) {
    if (earlier.fingerprint !== use.fingerprint) return { kind: 'otherRequest' }
    const { status, body } = earlier
    return status === null || body === null ? { kind: 'inFlight' } : { kind: 'answered', answer: { status, body }, isReplay: true }
  }
  try {
    const doneOutside = outside ? successOf(await run(sql)) : null
    const answer = await inTransaction(async (on) => {
      const written = doneOutside ?? successOf(await run(on))
      if (!(await rememberAnswer(on, scope, { use, claim, ...written }))) throw new TakenOver()
      return written
    })
    return { kind: 'answered', answer, isReplay: false }
  } catch (error) {
    if (error instanceof TakenOver) return { kind: 'inFlight' }
    await releaseKey(scope, use, claim)
    if (error instanceof Refused) return { kind: 'answered', answer: error.answer, isReplay: false }
    throw error
  }
}

function successOf(written: Written): Written {
  if (written.status < 200 || written.status >= 300) throw new Refused(written)
  return written
}

const fingerprintOf = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** Undoes the transaction; nothing of a refused request is kept. */
class Refused extends Error {
  readonly answer: Written

  constructor(answer: Written) {
    super('refused')
    this.answer = answer
  }
}

class TakenOver extends Error {}
