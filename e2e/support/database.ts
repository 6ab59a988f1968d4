import pg from 'pg'
import { databaseUrlOf, readState } from '../../lib/database/embedded-state'

export const dataDir = (): string => process.env['E2E_DATA_DIR'] ?? ''

let pool: pg.Pool | undefined

/** One statement on the database of the server under test. */
export async function query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await (pool ??= connect()).query<Row>(text, values)).rows
}

/** A few connections for a worker: some tests ask thousands of times, and each new one is a process of PostgreSQL's. */
function connect(): pg.Pool {
  const state = readState(dataDir())
  if (!state) throw new Error('the server under test has no embedded database')
  const connections = new pg.Pool({ connectionString: databaseUrlOf(state, 'e2e'), max: 4, idleTimeoutMillis: 2_000, allowExitOnIdle: true })
  // When the server and its database stop after the last test.
  connections.on('error', () => undefined)
  return connections
}
