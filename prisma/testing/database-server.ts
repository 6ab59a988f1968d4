import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../lib/database/embedded.ts'
import { applyMigrations } from '../migrate.ts'

export const TEMPLATE = 'tautan_template'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string
  }
}

/** One real PostgreSQL for the whole run, with a migrated database that every test file gets a copy of. */
export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tautan-test-'))
  chmodSync(dataDir, 0o755)
  const server = await startEmbeddedPostgres({ dataDir })
  const stop = async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await makeTemplate(server.databaseUrl)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('databaseServer', server.databaseUrl)
  return stop
}

async function makeTemplate(databaseUrl: string): Promise<void> {
  const template = new URL(databaseUrl)
  template.pathname = TEMPLATE
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`CREATE DATABASE ${TEMPLATE}`)
  // Nobody cuts the power of this server, so no commit need wait for the disk. (That the product's own does is tested in lib/database.)
  await client.query('ALTER ROLE CURRENT_USER SET synchronous_commit = off')
  await client.end()
  await applyMigrations({ databaseUrl: template.href })
}
