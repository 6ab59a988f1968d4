import 'server-only'
import { Prisma } from '@/lib/database/client'
import { isRefusal, queryRowsOrLetGo } from '@/lib/database/sql'
import { together } from '@/lib/database/together'
import { insertFirstEvents, insertLinksFrom, LINK_FIELDS, linkRecord } from '@/lib/link/insert/store'
import type { NewLink } from '@/lib/link/views'
import type { MerchantScope } from '@/lib/shop/scope'
import type { Written } from '../idempotency/once'
import { lockName, type IdempotencyUse } from '../idempotency/store'

/** The answer that is kept under an idempotency key. */
type Remembered = { use: IdempotencyUse; written: Written }

type Asked = { scope: MerchantScope; link: NewLink; remembered: Remembered | null }

/**
 * Writes a link, its first event and the answer about it in one statement, which links of the same moment share.
 * @returns false, and nothing is written, whenever there is anything to decide: a taken ID, a key that was used or that
 * somebody is working on
 */
export async function insertLinkAtOnce(scope: MerchantScope, link: NewLink, remembered: Remembered | null): Promise<boolean> {
  return await share({ scope, link, remembered })
}

const share = together(async (asked: readonly Asked[]): Promise<boolean[]> => {
  try {
    const made = await insertAll(firstOfEachKey(asked))
    return asked.map(({ link }) => made.has(link.id))
  } catch (error) {
    // Nothing was written. Whose fault it was shows when each is tried by itself.
    if (isRefusal(error)) return asked.map(() => false)
    throw error
  }
})

/**
 * Of several requests of one moment with the same key, the first: the others go their ordinary way once it is answered. Sent along, they would
 * make the statement fail, and all of the moment be tried one by one.
 */
function firstOfEachKey(asked: readonly Asked[]): Asked[] {
  const seen = new Set<string>()
  return asked.filter(({ scope, remembered }) => {
    if (!remembered) return true
    const name = lockName(scope, remembered.use)
    return !seen.has(name) && seen.add(name)
  })
}

/**
 * Whoever repeats a request finds its order ID taken, and nothing is made. A key that is known for another link makes the
 * statement fail as a whole, since its row is there. A key is not looked for before: what PostgreSQL plans while there are few keys it keeps while
 * they grow to thousands, and read them all for every link.
 * @returns ids of the links that were made
 */
async function insertAll(asked: readonly Asked[]): Promise<Set<string>> {
  const rows = await queryRowsOrLetGo<{ id: string }>`
    WITH asked AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(asked.map(recordOf))}::json)
        AS asked (${LINK_FIELDS}, use_lock text, use_operation text, use_key text, use_fingerprint text, status int, body text)
    ), free AS MATERIALIZED (
      SELECT * FROM asked WHERE use_key IS NULL OR pg_try_advisory_xact_lock(hashtextextended(use_lock, 0))
    ), made AS (${insertLinksFrom(Prisma.sql`free`, Prisma.sql`ON CONFLICT DO NOTHING`)}),
    begun AS (${insertFirstEvents}),
    answered AS (
      INSERT INTO idempotency_keys (merchant_id, mode, operation, key, fingerprint, claim, claimed_until, status, body, created_at)
      SELECT merchant_id, mode, use_operation, use_key, use_fingerprint, gen_random_uuid(), created_at, status, body, created_at
      FROM free JOIN made USING (id) WHERE use_key IS NOT NULL
    )
    SELECT id FROM made`
  return new Set(rows.map(({ id }) => id))
}

const recordOf = ({ scope, link, remembered }: Asked) => ({
  ...linkRecord(scope, link),
  ...(remembered && {
    use_lock: lockName(scope, remembered.use), use_operation: remembered.use.operation, use_key: remembered.use.key,
    use_fingerprint: remembered.use.fingerprint, status: remembered.written.status, body: remembered.written.body,
  }),
})
