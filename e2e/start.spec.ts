import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { readState } from '../lib/database/embedded-state'
import { withFileLock } from '../lib/platform/file-lock.mjs'

const SERVER = 'bin/serve.ts'
const LAUNCHER = 'bin/start.mjs'

test.use({ baseURL: undefined })

let dataDir: string
const started: ChildProcess[] = []

test.beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tautan start '))
  chmodSync(dataDir, 0o755)
})

test.afterEach(async () => {
  for (const child of started.splice(0)) await end(child, 'SIGKILL')
  if (isRunning(databasePid())) process.kill(databasePid(), 'SIGKILL')
  await expect.poll(() => isRunning(databasePid())).toBe(false)
  rmSync(dataDir, { recursive: true, force: true })
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} stops the server and its database`, async () => {
    const { child } = await start(SERVER)
    const database = databasePid()
    expect(await end(child, signal)).toBe(0)
    expect(isRunning(database)).toBe(false)
  })
}

test('a Ctrl-C at the terminal, which reaches every process of the command, stops everything cleanly', async () => {
  const { child } = await start(LAUNCHER)
  const database = databasePid()
  const ended = exitOf(child)
  process.kill(-(child.pid ?? 0), 'SIGINT')
  expect(await ended).toBe(0)
  expect(isRunning(database)).toBe(false)
})

test('a SIGTERM that only the first process gets stops everything cleanly', async () => {
  const { child } = await start(LAUNCHER)
  const database = databasePid()
  expect(await end(child, 'SIGTERM')).toBe(0)
  expect(isRunning(database)).toBe(false)
})

test('a SIGTERM to npm start waits until everything has stopped', async () => {
  const { child } = await start('npm')
  const database = databasePid()
  expect(await end(child, 'SIGTERM')).toBe(0)
  expect(isRunning(database)).toBe(false)
})

test('nothing stays behind when npm is killed', async () => {
  const { child } = await start('npm')
  const database = databasePid()
  child.kill('SIGKILL')
  await expect.poll(() => isRunning(database), { timeout: 15_000 }).toBe(false)
})

test('nothing stays behind when the first process is killed', async () => {
  const { child, address } = await start(LAUNCHER)
  const database = databasePid()
  child.kill('SIGKILL')
  await expect.poll(() => isRunning(database), { timeout: 15_000 }).toBe(false)
  await expect(fetch(address)).rejects.toThrow()
})

test('after kill -9 of everything the next start just works and nothing saved is gone', async () => {
  const first = await start(SERVER)
  const database = databasePid()
  await query('CREATE TABLE kept AS SELECT 42 AS answer')
  await end(first.child, 'SIGKILL')
  process.kill(database, 'SIGKILL')
  await expect.poll(() => isRunning(database)).toBe(false)

  const second = await start(SERVER)
  expect((await health(second.address)).status).toBe(200)
  expect(await query('SELECT answer FROM kept')).toEqual([{ answer: 42 }])
})

test('the health check says 503 while the database is away, and 200 again when it was brought back, without a new start', async () => {
  const { child, address } = await start(SERVER)
  const healthy = await health(address)
  expect(healthy.status).toBe(200)
  expect(await healthy.json()).toEqual({ status: 'ok' })
  expect(healthy.headers.get('cache-control')).toBe('no-store')

  const killed = databasePid()
  // Who holds the lock of the database keeps everybody else from starting it.
  await withFileLock(join(dataDir, 'database.lock'), async () => {
    process.kill(killed, 'SIGKILL')
    await expect.poll(async () => (await health(address)).status).toBe(503)
    expect(await (await health(address)).json()).toEqual({ status: 'unavailable' })
    const page = await fetch(`${address}/p/some-link`, { headers: { 'accept-language': 'en' } })
    expect(page.status).toBe(503)
    expect(page.headers.get('retry-after')).toBe('5')
    expect(await page.text()).toContain('What you have paid stays paid')
    const status = await fetch(`${address}/p/some-link/${'x'.repeat(22)}/status`)
    expect(status.status).toBe(503)
  })
  await expect.poll(async () => (await health(address)).status, { timeout: 15_000 }).toBe(200)
  expect((await fetch(`${address}/p/some-link`)).status).toBe(404)
  const revived = databasePid()
  expect(revived).not.toBe(killed)
  expect(child.exitCode).toBe(null)
  expect(await end(child, 'SIGTERM')).toBe(0)
  expect(isRunning(revived)).toBe(false)
})

async function start(file: string): Promise<{ child: ChildProcess; address: string }> {
  const [command, ...args] = file === 'npm' ? ['npm', 'start'] : [process.execPath, '--disable-warning=ExperimentalWarning', file]
  const child = spawn(command, args, {
    env: { NODE_ENV: 'production', PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  started.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const ready = /Tautan is ready: (\S+)/
  await expect.poll(() => output, { timeout: 40_000, intervals: [50] }).toMatch(ready)
  return { child, address: ready.exec(output)?.[1] ?? '' }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = exitOf(child)
  child.kill(signal)
  return await ended
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  return await new Promise((resolve) => child.once('exit', resolve))
}

async function health(address: string): Promise<Response> {
  return await fetch(`${address}/api/health`)
}

async function query(statement: string): Promise<unknown[]> {
  const state = readState(dataDir)
  const client = new pg.Client({
    host: '127.0.0.1',
    port: state?.port ?? 0,
    user: 'tautan',
    password: state?.password ?? '',
    database: 'tautan',
  })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(statement)
  await client.end()
  return rows
}

// 0 when there is none; a server that ended takes its file with it, a killed one does not.
function databasePid(): number {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

function isRunning(pid: number): boolean {
  if (pid === 0) return false
  try {
    process.kill(pid, 0)
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
