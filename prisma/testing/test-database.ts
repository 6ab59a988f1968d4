import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { TEMPLATE } from './database-server.ts'

/**
 * Gives the calling test file a migrated, empty database of its own, which is dropped afterwards.
 * Call it once at the top level; `DATABASE_URL` and with it `lib/database/client.ts` already point there.
 */
export function useTestDatabase(): void {
  useDatabase(`TEMPLATE ${TEMPLATE}`)
}

/** As {@link useTestDatabase}, without a single table: for what is done to a database of an earlier version. */
export function useBareDatabase(): void {
  useDatabase('')
}

function useDatabase(copy: string): void {
  beforeAll(async () => {
    await asOwner(`CREATE DATABASE ${name()} ${copy}`)
  })
  afterAll(async () => {
    const { databasePool } = await import('@/lib/database/client')
    await databasePool.end()
    await asOwner(`DROP DATABASE ${name()} WITH (FORCE)`).catch(unlessBusy)
  })
}

/** What others have not left yet, and what PostgreSQL's own tidying up (autovacuum, which only its superuser may end) is in just then. */
const BUSY = new Set(['55006', '42501'])

/** The server and its files go after the run: a database that is busy for a moment is no test's failure. */
function unlessBusy(error: unknown): void {
  if (!(error instanceof pg.DatabaseError && BUSY.has(error.code ?? ''))) throw error
}

/** The address of this test file's database, for what needs more than the Prisma client. */
export function testDatabaseUrl(): string {
  return process.env['DATABASE_URL'] ?? ''
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function name(): string {
  return new URL(testDatabaseUrl()).pathname.slice(1)
}
