import 'server-only'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { databasePool } from '@/lib/database/client'
import { together } from '@/lib/database/together'
import { env } from '@/lib/platform/env'

/** What may be tried how often; counted in PostgreSQL, so exact over several servers. */
const LIMITS = {
  signInByAddress: { points: 60, seconds: 5 * 60 },
  signInByEmail: { points: 8, seconds: 15 * 60 },
  signUp: { points: 60, seconds: 60 * 60 },
  passwordResetByEmail: { points: 3, seconds: 15 * 60 },
  passwordResetByAddress: { points: 30, seconds: 60 * 60 },
  passwordByUser: { points: 8, seconds: 15 * 60 },
  emailConfirmationByUser: { points: 3, seconds: 15 * 60 },
  emailConfirmationByAddress: { points: 30, seconds: 15 * 60 },
  webhookByHand: { points: 60, seconds: 60 },
  /** Calls that carry the right signature, of one account. */
  moneyIn: { points: 120, seconds: 60 },
  pushBySeller: { points: 30, seconds: 15 * 60 },
  smsByHand: { points: 10, seconds: 10 * 60 },
  linkMessageByLink: { points: 5, seconds: 10 * 60 },
  pictureByShop: { points: 30, seconds: 10 * 60 },
  waiterByAddress: { points: 12, seconds: 10 * 60 },
  checkByAddress: { points: 40, seconds: 5 * 60 },
  documentByOrder: { points: 30, seconds: 10 * 60 },
  claimByOrder: { points: 10, seconds: 60 * 60 },
  claimByAddress: { points: 60, seconds: 60 * 60 },
  /** How many points is a setting: API_REQUESTS_PER_MINUTE. */
  apiByKey: { points: 0, seconds: 60 },
} as const

export type LimitName = keyof typeof LIMITS

type Counter = { limiter: RateLimiterPostgres; count: (key: string) => Promise<number | undefined> }

const counters = new Map<LimitName, Counter>()

function counterOf(name: LimitName): Counter {
  const known = counters.get(name)
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
  // Tries of the same moment are counted in one go: a key has one row, and who writes it makes the others wait.
  const counter = { limiter, count: together(async (keys: readonly string[]) => await countTries(limiter, keys)) }
  counters.set(name, counter)
  return counter
}

/**
 * Counts one try.
 * @returns seconds to wait when there were too many, else undefined
 */
export async function countTry(name: LimitName, key: string): Promise<number | undefined> {
  return await counterOf(name).count(key.slice(0, 200))
}

/** @returns for each of the keys, which may be the same, what {@link countTry} does */
async function countTries(limiter: RateLimiterPostgres, keys: readonly string[]): Promise<(number | undefined)[]> {
  const counted = new Map<string, { left: number; wait: number }>()
  await Promise.all(Array.from(Map.groupBy(keys, (key) => key), async ([key, { length: tries }]) => {
    const { consumedPoints, msBeforeNext } = await limiter.penalty(key, tries)
    counted.set(key, { left: limiter.points - (consumedPoints - tries), wait: Math.ceil(msBeforeNext / 1000) })
  }))
  return keys.map((key) => {
    const known = counted.get(key)
    if (!known) throw new Error('a try was not counted')
    return known.left-- > 0 ? undefined : known.wait
  })
}

/** Forgets the tries: after a sign-in that succeeded. */
export async function forgetTries(name: LimitName, key: string): Promise<void> {
  await counterOf(name).limiter.delete(key.slice(0, 200))
}
