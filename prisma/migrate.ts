import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { areJobsInstalled, installJobs } from './install-jobs.ts'

const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), 'migrations')

/** Two servers that start at once apply migrations one after the other; any fixed number does. */
const ADVISORY_LOCK = 7_482_910

export class SchemaNewerThanCodeError extends Error {
  override name = 'SchemaNewerThanCodeError'
}

type Migration = { name: string; sql: string }

/**
 * Brings the database to the schema of this code, writing the same `_prisma_migrations` table as
 * `prisma migrate deploy`. Does nothing but one query when nothing is pending, so that a start
 * stays quick: the engine is only loaded when it has work.
 *
 * @param before only what comes before this migration: a database as an earlier version left it
 * @throws SchemaNewerThanCodeError when the database knows a migration that this code does not.
 */
export async function applyMigrations({ databaseUrl, before }: { databaseUrl: string; before?: string }): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const all = await readMigrations()
    const known = before === undefined ? all : all.filter(({ name }) => name < before)
    if (pendingOf(known, await readApplied(client)).length === 0 && (await areJobsInstalled(client))) return { applied: [] }
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK])
    const pending = pendingOf(known, await readApplied(client))
    const applied = pending.length === 0 ? [] : await runEngine(databaseUrl, known)
    await installJobs(client, databaseUrl)
    return { applied }
  } finally {
    await client.end()
  }
}

async function runEngine(databaseUrl: string, migrations: Migration[]): Promise<string[]> {
  const { loadSchemaEngine } = await import('./schema-engine.ts')
  const { engine, close } = await loadSchemaEngine(databaseUrl)
  const migrationsList = {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(migrationsFolder, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } })
    return appliedMigrationNames
  } finally {
    await close()
  }
}

async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
  return await Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(join(migrationsFolder, name, 'migration.sql'), 'utf8') })),
  )
}

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows: tables } = await client.query<{ present: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`,
  )
  if (!tables[0]?.present) return new Map()
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

function pendingOf(known: Migration[], applied: Map<string, string>): Migration[] {
  const names = new Set(known.map(({ name }) => name))
  const unknown = [...applied.keys()].find((name) => !names.has(name))
  if (unknown) {
    throw new SchemaNewerThanCodeError(
      `The database was used by a newer version of Tautan (it has the migration ${unknown}); start that version or restore an older backup.`,
    )
  }
  for (const { name, sql } of known) {
    const checksum = applied.get(name)
    if (checksum && checksum !== createHash('sha256').update(sql).digest('hex')) {
      throw new Error(`The migration ${name} was changed after it had been applied; add a new migration instead.`)
    }
  }
  return known.filter(({ name }) => !applied.has(name))
}
