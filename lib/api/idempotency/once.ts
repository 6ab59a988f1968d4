import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { inTransaction, type Sql } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import { claimKey, releaseKey, rememberAnswer } from './store'

export type Written = { status: number; body: string }

export type OnceOutcome = { kind: 'answered'; answer: Written; isReplay: boolean } | { kind: 'inFlight' } | { kind: 'otherRequest' }

type Asked = { operation: string; key: string; /** Whatever makes this request another one. */ parts: readonly string[]; at: Date }

/**
 * Does a request once, however often it is sent with the same key: its answer is written in the
 * transaction of what it did, so that a crash leaves both or neither, and is given again for a day,
 * byte for byte.
 *
 * Only success is remembered (Midtrans does the same): a request that was refused may be mended by
 * the shop and sent again.
 */
export async function once(scope: MerchantScope, { operation, key, parts, at }: Asked, run: (sql: Sql) => Promise<Written>): Promise<OnceOutcome> {
  const use = { operation, key, fingerprint: fingerprintOf(parts) }
  const claim = randomUUID()
  const earlier = await claimKey(scope, use, claim, at)
  if (earlier) {
    if (earlier.fingerprint !== use.fingerprint) return { kind: 'otherRequest' }
    const { status, body } = earlier
    return status === null || body === null ? { kind: 'inFlight' } : { kind: 'answered', answer: { status, body }, isReplay: true }
  }
  try {
    const answer = await inTransaction(async (sql) => {
      const written = await run(sql)
      if (!isSuccess(written.status)) throw new Refused(written)
      if (!(await rememberAnswer(sql, scope, { use, claim, ...written }))) throw new TakenOver()
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

const isSuccess = (status: number): boolean => status >= 200 && status < 300

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
