import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { databasePool } from '@/lib/database/client'
import { env } from '@/lib/platform/env'

/** What may be tried how often; counted in PostgreSQL, so exact over several servers. */
const LIMITS = {
  signInByAddress: { points: 60, seconds: 5 * 60 },
  signInByEmail: { points: 8, seconds: 15 * 60 },
  signUp: { points: 60, seconds: 60 * 60 },
  passwordResetByEmail: { points: 3, seconds: 15 * 60 },
  passwordResetByAddress: { points: 30, seconds: 60 * 60 },
  passwordByUser: { points: 8, seconds: 15 * 60 },
  webhookByHand: { points: 60, seconds: 60 },
  pushBySeller: { points: 30, seconds: 15 * 60 },
  /** How many points is a setting: API_REQUESTS_PER_MINUTE. */
  apiByKey: { points: 0, seconds: 60 },
} as const

export type LimitName = keyof typeof LIMITS

const limiters = new Map<LimitName, RateLimiterPostgres>()

function limiterOf(name: LimitName): RateLimiterPostgres {
  const known = limiters.get(name)
  if (known) return known
  const { points, seconds } = LIMITS[name]
  const limiter = new RateLimiterPostgres({
    storeClient: databasePool,
    storeType: 'pool',
    schemaName: 'public',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: name,
    points: name === 'apiByKey' ? env().API_REQUESTS_PER_MINUTE : points,
    duration: seconds,
  })
  limiters.set(name, limiter)
  return limiter
}

/**
 * Counts one try.
 * @returns seconds to wait when there were too many, else undefined
 */
export async function countTry(name: LimitName, key: string): Promise<number | undefined> {
  try {
    await limiterOf(name).consume(key.slice(0, 200))
    return undefined
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000)
    throw refused
  }
}

/** Forgets the tries: after a sign-in that succeeded. */
export async function forgetTries(name: LimitName, key: string): Promise<void> {
  await limiterOf(name).delete(key.slice(0, 200))
}
