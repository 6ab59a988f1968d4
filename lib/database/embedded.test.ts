import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { gone, root, run } from '../../bin/testing/processes.ts'
import { temporaryFolder } from '../../bin/testing/temporary-folder.ts'
import { useDataDirs } from '../../bin/testing/used-data-dir.ts'
import { isRunning } from '../platform/file-lock.mjs'
import { startEmbeddedPostgres } from './embedded.ts'
import { type EmbeddedState, readState } from './embedded-state.ts'

const holder = join(root, 'bin', 'testing', 'hold-database.ts')
const usedDataDir = useDataDirs()

describe('the embedded database', () => {
  test('starts, stops, and keeps what was saved, in a path with spaces', async () => {
    const dataDir = join(temporaryFolder('tautan test '), 'my shop', 'data')
    const first = await start(dataDir)
    await query(first.databaseUrl, 'CREATE TABLE kept AS SELECT 42 AS answer')
    const pid = serverOf(dataDir)
    await first.stop()
    expect(isRunning(pid)).toBe(false)

    const second = await start(dataDir)
    expect(await query(second.databaseUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
    expect(second.databaseUrl).toBe(first.databaseUrl)
  })

  test('saves durably, orders text the same everywhere and asks for a password that only its owner can read', async () => {
    const dataDir = temporaryFolder()
    const { databaseUrl } = await start(dataDir)
    expect(
      await query(
        databaseUrl,
        `SELECT current_setting('fsync') fsync, current_setting('synchronous_commit') commit, current_setting('server_encoding') encoding,
                current_setting('listen_addresses') listens, datlocale AS locale FROM pg_database WHERE datname = current_database()`,
      ),
    ).toEqual([{ fsync: 'on', commit: 'on', encoding: 'UTF8', listens: '127.0.0.1', locale: 'C.UTF-8' }])
    expect(statSync(join(dataDir, 'database.json')).mode & 0o777).toBe(0o600)
    await expect(query(databaseUrl.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password/)
  })

  test('starts again after kill -9 of everything, with what was saved', async () => {
    const dataDir = usedDataDir()
    const killed = await hold(dataDir)
    const database = serverOf(dataDir)
    await query(urlOf(dataDir), 'CREATE TABLE kept AS SELECT 42 AS answer')
    killed.signal('SIGKILL')
    process.kill(database, 'SIGKILL')
    await gone(database)

    const next = await start(dataDir)
    expect(next.startedHere).toBe(true)
    expect(await query(next.databaseUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  })

  test('is joined where it still runs after kill -9 of node alone, and stopped by whoever leaves last', async () => {
    const dataDir = usedDataDir()
    const killed = await hold(dataDir)
    const database = serverOf(dataDir)
    killed.signal('SIGKILL')
    await killed.ends()

    const next = await start(dataDir)
    expect(next.startedHere).toBe(false)
    expect(serverOf(dataDir)).toBe(database)
    await next.stop()
    expect(isRunning(database)).toBe(false)
  })

  test('stays while another process uses it', async () => {
    const dataDir = usedDataDir()
    const other = await hold(dataDir)
    const database = serverOf(dataDir)
    const ours = await start(dataDir)
    await ours.stop()
    expect(isRunning(database)).toBe(true)
    other.signal('SIGTERM')
    await other.ends()
    expect(isRunning(database)).toBe(false)
  })

  test('is brought back on its port after kill -9, once, by whichever of its processes is first', async () => {
    const dataDir = usedDataDir()
    const other = await hold(dataDir)
    const ours = await start(dataDir)
    await query(ours.databaseUrl, 'CREATE TABLE kept AS SELECT 42 AS answer')
    for (let round = 0; round < 3; round++) {
      const killed = serverOf(dataDir)
      process.kill(killed, 'SIGKILL')
      await expect.poll(() => query(ours.databaseUrl, 'SELECT answer FROM kept').catch(() => 'away'), { timeout: 15_000 }).toEqual([{ answer: 42 }])
      expect(serverOf(dataDir)).not.toBe(killed)
      await expect.poll(() => other.output().split('the database is back').length - 1, { timeout: 15_000 }).toBe(round + 1)
    }
    const alive = serverOf(dataDir)
    await ours.stop()
    expect(isRunning(alive)).toBe(true)
    other.signal('SIGTERM')
    await other.ends()
    expect(isRunning(alive)).toBe(false)
  })

  test('is not brought back by a process that is leaving', async () => {
    const dataDir = usedDataDir()
    const leaving = await start(dataDir)
    const database = serverOf(dataDir)
    const stopped = leaving.stop()
    process.kill(database, 'SIGKILL')
    await stopped
    await gone(database)
    // Stopped or killed first, by a hair: without its file, or with one that names nobody.
    const pidFile = join(resolve(dataDir, stateOf(dataDir).directory), 'postmaster.pid')
    expect(existsSync(pidFile) && isRunning(serverOf(dataDir))).toBe(false)
  })

  test('is waited for by whoever starts while it repairs itself after one of its own processes was killed', async () => {
    const dataDir = usedDataDir()
    const first = await start(dataDir)
    const [{ pid }] = (await query(first.databaseUrl, 'SELECT min(pid) AS pid FROM pg_stat_activity WHERE application_name LIKE \'tautan-%\'')) as [{ pid: number }]
    const database = serverOf(dataDir)
    process.kill(pid, 'SIGKILL')
    const second = await start(dataDir)
    expect(serverOf(dataDir)).toBe(database)
    expect(await query(second.databaseUrl, 'SELECT 1 AS works')).toEqual([{ works: 1 }])
  })

  test('is set up once when several processes start at the same moment', async () => {
    const dataDir = temporaryFolder()
    const together = await Promise.all([hold(dataDir), hold(dataDir), hold(dataDir)])
    const database = serverOf(dataDir)
    for (const process of together) process.signal('SIGTERM')
    await Promise.all(together.map((process) => process.ends()))
    expect(together.map((process) => process.output().includes('started here')).filter(Boolean)).toHaveLength(1)
    expect(isRunning(database)).toBe(false)
  })

  test('moves to another port when a stranger took its own', async () => {
    const dataDir = usedDataDir()
    const first = await start(dataDir)
    await first.stop()
    const stranger = createServer().listen(stateOf(dataDir).port, '127.0.0.1')
    onTestFinished(() => void stranger.close())
    const second = await start(dataDir)
    expect(second.databaseUrl).not.toBe(first.databaseUrl)
    expect(await query(second.databaseUrl, 'SELECT 1 AS works')).toEqual([{ works: 1 }])
  })

  test('does not mistake a stranger for itself when the process id of a crashed server was given away', async () => {
    const dataDir = usedDataDir()
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
    writeFileSync(pidFile, `${process.pid}\n${join(dataDir, 'postgres')}\n1\n1\n\n127.0.0.1\n\nready\n`)
    expect((await start(dataDir)).startedHere).toBe(true)
  })

  test('gets a new password when the file with the old one is lost', async () => {
    const dataDir = usedDataDir()
    const first = await start(dataDir)
    await query(first.databaseUrl, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await first.stop()
    rmSync(join(dataDir, 'database.json'))
    const second = await start(dataDir)
    expect(await query(second.databaseUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  })

  test('says so when its data has gone, instead of beginning with nothing', async () => {
    const dataDir = usedDataDir()
    rmSync(join(dataDir, 'postgres'), { recursive: true })
    await expect(start(dataDir)).rejects.toThrow(/bring it back/)
  })

  test('refuses data of another PostgreSQL version in one sentence', async () => {
    const dataDir = usedDataDir()
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
    await expect(start(dataDir)).rejects.toThrow(/written by PostgreSQL 17/)
  })

  test('works in a folder that only its owner may enter, whoever we are', async () => {
    const home = mkdtempSync(join(homedir(), '.tautan-test-'))
    onTestFinished(() => rmSync(home, { recursive: true, force: true }))
    chmodSync(home, 0o700)
    const dataDir = join(home, 'data')
    const database = await start(dataDir)
    const directory = resolve(dataDir, stateOf(dataDir).directory)
    const isRoot = process.getuid?.() === 0
    if (isRoot) onTestFinished(() => rmSync(dirname(directory), { recursive: true, force: true }))
    expect(directory.startsWith(isRoot ? '/var/lib/tautan/' : home)).toBe(true)
    expect(statSync(directory).uid === 0).toBe(false)
    expect(await query(database.databaseUrl, 'SELECT 1 AS works')).toEqual([{ works: 1 }])
  })

  test('says in one sentence that its folder cannot be used', async () => {
    const file = join(temporaryFolder(), 'data')
    writeFileSync(file, '')
    await expect(start(file)).rejects.toThrow(/is not a folder/)
  })
})

async function start(dataDir: string) {
  const database = await startEmbeddedPostgres({ dataDir })
  onTestFinished(() => database.stop())
  return database
}

async function hold(dataDir: string) {
  const process = run(holder, [dataDir])
  onTestFinished(async () => {
    // Joining and leaving stops what a killed holder left behind.
    if (readState(dataDir) !== null) await startEmbeddedPostgres({ dataDir }).then((database) => database.stop(), () => undefined)
  })
  await process.says('ready')
  return process
}

function stateOf(dataDir: string): EmbeddedState {
  const state = readState(dataDir)
  if (state === null) throw new Error(`nothing is remembered in ${dataDir}`)
  return state
}

function urlOf(dataDir: string): string {
  const { password, port } = stateOf(dataDir)
  return `postgresql://tautan:${password}@127.0.0.1:${port}/tautan`
}

function serverOf(dataDir: string): number {
  return Number(readFileSync(join(resolve(dataDir, stateOf(dataDir).directory), 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function query(databaseUrl: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
