import 'server-only'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { logger } from '@/lib/platform/logger'
import { onShutdown } from '@/lib/platform/on-shutdown'
import { poolSizeFor } from '@/lib/platform/processes'
import { PrismaClient } from './generated/client.ts'

export { Prisma } from './generated/client.ts'
export type { PrismaClient } from './generated/client.ts'

type Database = { pool: pg.Pool; prisma: PrismaClient }

/** Kept across hot reloads in development, where this module is evaluated again and again. */
const globals = globalThis as typeof globalThis & { tautanDatabase?: Database }

/** As many as the questions of one page. */
const KEPT_OPEN = 4

function connect(): Database {
  const pool = new pg.Pool({
    connectionString: process.env['DATABASE_URL'],
    max: poolSizeFor(Number(process.env['PROCESSES'] ?? 1)),
    // A customer who waits longer has gone; the page says that the database is away.
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    idleTimeoutMillis: 60_000,
    // A small shop is quiet for longer than that: whoever comes next finds these connected, with their statements planned.
    min: KEPT_OPEN,
  })
  // Only its words: the error carries the whole client with it.
  pool.on('error', (error) => logger.warn({ reason: error.message }, 'an idle database connection broke'))
  onShutdown(() => pool.end())
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) })
  // Any other form writes the values of a failed query into its message, and so into the log.
  return { pool, prisma: new PrismaClient({ adapter, errorFormat: 'minimal' }) }
}

/** A name makes the driver prepare a statement once a connection; PostgreSQL allows 63 bytes. */
export function statementName(sql: string): string {
  const known = statementNames.get(sql)
  if (known) return known
  const name = `t_${createHash('sha1').update(sql).digest('base64url')}`
  if (statementNames.size < 2_000) statementNames.set(sql, name)
  return name
}
const statementNames = new Map<string, string>()

const database = (globals.tautanDatabase ??= connect())

export const prisma = database.prisma

/** For the few libraries that bring their own statements (rate limits, jobs). */
export const databasePool = database.pool

/** True when the database answers. Never throws. */
export async function pingDatabase(): Promise<boolean> {
  try {
    await database.pool.query('SELECT 1')
    return true
  } catch {
    return false
  }
}

/** A store function runs on the shared client or inside the caller's transaction. */
export type Transaction = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

/** For scripts, which end when nothing is open any more. */
export async function closeDatabase(): Promise<void> {
  await database.prisma.$disconnect()
  await database.pool.end()
}
