import pg from 'pg'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../lib/database/embedded.ts'
import type { Report } from '../lib/database/postgres-keeper.ts'
import type { Settings } from '../lib/platform/env.ts'
import { errorCode, StartError } from '../lib/platform/start-error.ts'
import { applyMigrations } from '../prisma/migrate.ts'

/** The database of DATABASE_URL, or the embedded one, brought up to the schema of this code. */
export async function openDatabase(settings: Settings): Promise<Pick<EmbeddedPostgres, 'databaseUrl' | 'stop'>> {
  const database =
    settings.DATABASE_URL === undefined
      ? await startEmbeddedPostgres({ dataDir: settings.DATA_DIR, report: await reportToLog() })
      : await reachExternal(settings.DATABASE_URL)
  try {
    const { applied } = await applyMigrations({ databaseUrl: database.databaseUrl })
    if (applied.length > 0) console.log(`Database brought up to date.`)
    return database
  } catch (error) {
    await database.stop()
    throw error
  }
}

// Not before the settings are read: the logger takes its level from them.
async function reportToLog(): Promise<Report> {
  const { logger } = await import('../lib/platform/logger.ts')
  return (sentence, details) => logger.warn(details, sentence)
}

async function reachExternal(databaseUrl: string): Promise<Pick<EmbeddedPostgres, 'databaseUrl' | 'stop'>> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new StartError(explainConnection(error, new URL(databaseUrl)), { cause: error })
  } finally {
    await client.end().catch(() => undefined)
  }
  return { databaseUrl, stop: async () => undefined }
}

function explainConnection(error: unknown, { host, username, pathname }: URL): string {
  switch (errorCode(error)) {
    case '28P01':
    case '28000':
      return `The database at ${host} does not let ${username || 'this user'} in: check the user and password in DATABASE_URL.`
    case '3D000':
      return `There is no database ${pathname.slice(1)} at ${host}: create it, or correct DATABASE_URL.`
    default: {
      const reason = errorCode(error) ?? (error instanceof Error ? error.message : String(error))
      return `The database at ${host} does not answer (${reason}): start it, or correct DATABASE_URL.`
    }
  }
}
