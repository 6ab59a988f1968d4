import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { databaseUrlOf, readState } from '../../lib/database/embedded-state.ts'
import { findPostmaster, stopPostmaster } from '../../lib/database/postgres-process.ts'
import { becomes, endEverything, freePort, type Running, type Server, startServer, startWorker } from './processes.ts'

/** One run's own shop window: a folder, the PostgreSQL in it, and the processes on them. */
export type World = {
  /** The server of this name, started unless it runs. A name keeps its port, so that a killed one comes back where it was. */
  server(name: string, env?: Record<string, string>): Promise<Server>
  stopServers(): Promise<void>
  worker(): Running
  /** Asks the database beside the product, as an auditor would. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  /** A connection of one's own, for locks. */
  connection(): Promise<pg.Client>
  databasePid(): number
  logs: string
  close(options: { keepLogs: boolean }): Promise<void>
}

export async function openWorld(): Promise<World> {
  const home = mkdtempSync(join(tmpdir(), 'tautan-chaos-'))
  chmodSync(home, 0o755)
  const dataDir = join(home, 'data')
  const logs = join(home, 'processes.log')
  const ports = new Map<string, number>()
  const servers = new Map<string, Server>()
  let pool: pg.Pool | undefined

  const server = async (name: string, env: Record<string, string> = {}) => {
    const known = servers.get(name)
    if (known && !known.hasEnded()) return known
    const port = ports.get(name) ?? (await freePort())
    ports.set(name, port)
    const started = await startServer({ port, dataDir, log: logs, env })
    servers.set(name, started)
    return started
  }
  const stopServers = async () => {
    for (const running of servers.values()) await running.stop()
  }
  const databaseUrl = () => {
    const state = readState(dataDir)
    if (state === null) throw new Error('no server has made a database yet')
    return databaseUrlOf(state, 'chaos')
  }
  const directory = () => join(dataDir, readState(dataDir)?.directory ?? 'postgres')

  // The first start makes the database; only then can the product's own code here know its address.
  const first = await server('A')
  process.env['DATABASE_URL'] = databaseUrl()
  process.env['APP_SECRET'] = readFileSync(join(dataDir, 'app-secret'), 'utf8').trim()
  process.env['APP_URL'] = first.url
  process.env['DATA_DIR'] = dataDir
  process.env['LOG_LEVEL'] = 'error'
  process.env['ALLOW_LOOPBACK_WEBHOOKS'] = 'true'
  await stopServers()

  return {
    server,
    stopServers,
    worker: () => startWorker({ dataDir, log: logs }),
    query: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => {
      if (pool === undefined) {
        pool = new pg.Pool({ connectionString: databaseUrl(), max: 4 })
        pool.on('error', () => undefined)
      }
      return (await pool.query<Row>(text, values)).rows
    },
    connection: async () => {
      const client = new pg.Client({ connectionString: databaseUrl() })
      client.on('error', () => undefined)
      await client.connect()
      return client
    },
    databasePid: () => findPostmaster(directory())?.pid ?? 0,
    logs,
    close: async ({ keepLogs }) => {
      await endEverything()
      const postmaster = findPostmaster(directory())
      if (postmaster !== null) {
        await stopPostmaster(postmaster.pid)
        await becomes(() => findPostmaster(directory()) === null, { within: 20_000, what: 'the database to stop' })
      }
      // Only now: before, it would wait for a statement that waits for a lock of ours.
      await pool?.end()
      rmSync(keepLogs ? dataDir : home, { recursive: true, force: true })
    },
  }
}
