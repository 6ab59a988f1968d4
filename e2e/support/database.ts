import pg from 'pg'
import { databaseUrlOf, readState } from '../../lib/database/embedded-state'

export const dataDir = (): string => process.env['E2E_DATA_DIR'] ?? ''

/** One statement on the database of the server under test. */
export async function query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const state = readState(dataDir())
  if (!state) throw new Error('the server under test has no embedded database')
  const client = new pg.Client({ connectionString: databaseUrlOf(state, 'e2e') })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}
