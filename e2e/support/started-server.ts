import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readState } from '../../lib/database/embedded-state'
import pg from 'pg'

/** Servers that a test starts itself, each test on a DATA_DIR of its own, which is gone afterwards with all that ran. */

export type Started = { child: ChildProcess; address: string; output(): string }

let dataDir: string
const started: ChildProcess[] = []

/** @param isUsed whether a server ran on the folder before: where setting up the database is not what is tested, most of the time goes there */
export function useOwnServers({ isUsed = false } = {}): void {
  let used: string | undefined

  test.use({ baseURL: undefined })

  test.beforeEach(async () => {
    if (isUsed) used ??= await makeUsedDataDir()
    dataDir = temporaryFolder()
    // The database's files belong to the user that it runs as.
    if (used !== undefined) execFileSync('cp', ['-a', `${used}/.`, dataDir])
  })

  test.afterEach(async () => {
    for (const child of started.splice(0)) await end(child, 'SIGKILL')
    if (isRunning(databasePid())) process.kill(databasePid(), 'SIGKILL')
    await expect.poll(() => isRunning(databasePid())).toBe(false)
    rmSync(dataDir, { recursive: true, force: true })
  })

  test.afterAll(() => {
    if (used !== undefined) rmSync(used, { recursive: true, force: true })
    used = undefined
  })
}

async function makeUsedDataDir(): Promise<string> {
  dataDir = temporaryFolder()
  const { child } = await start('bin/serve.ts')
  await end(child, 'SIGTERM')
  return dataDir
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tautan start '))
  chmodSync(folder, 0o755)
  return folder
}

export const ownDataDir = (): string => dataDir

/** @param file in bin/, or `npm` for what people type */
export async function start(file: string, env: Record<string, string> = {}): Promise<Started> {
  const [command, ...args] = file === 'npm' ? ['npm', 'start'] : [process.execPath, '--disable-warning=ExperimentalWarning', file]
  const child = spawn(command, args, {
    env: { NODE_ENV: 'production', PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  started.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const ready = /Tautan is ready: (\S+)/
  await expect.poll(() => output, { timeout: 40_000, intervals: [50] }).toMatch(ready)
  return { child, address: ready.exec(output)?.[1] ?? '', output: () => output }
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = exitOf(child)
  child.kill(signal)
  return await ended
}

export async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  return await new Promise((resolve) => child.once('exit', resolve))
}

export async function health(address: string): Promise<Response> {
  return await fetch(`${address}/api/health`)
}

/** A connection of the test's own, ended by the test. */
export async function connect(): Promise<pg.Client> {
  const { port = 0, password = '' } = readState(dataDir) ?? {}
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'tautan', password, database: 'tautan' })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

export async function query<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
  const client = await connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

/** 0 when there is none; a server that ended takes its file with it, a killed one does not. */
export function databasePid(): number {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

export function isRunning(pid: number): boolean {
  if (pid === 0) return false
  try {
    process.kill(pid, 0)
    return statOf(pid)[0] !== 'Z'
  } catch {
    return false
  }
}

/** The processes that run `script` directly below another. */
export function childrenOf(parent: number, script: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)
  return pids.filter((pid) => Number(statOf(pid)[1]) === parent && read(`/proc/${pid}/cmdline`).includes(script))
}

/** How many connections to this address a process serves at the moment. */
export function connectionsOf(pid: number, address: string): number {
  const port = Number(new URL(address).port).toString(16).toUpperCase().padStart(4, '0')
  const rows = read('/proc/net/tcp').split('\n').map((line) => line.trim().split(/\s+/))
  const ESTABLISHED = '01'
  const sockets = new Set(rows.filter(([, local, , state]) => local?.endsWith(`:${port}`) && state === ESTABLISHED).map((row) => `socket:[${row[9]}]`))
  return readdirSync(`/proc/${pid}/fd`).filter((descriptor) => sockets.has(target(`/proc/${pid}/fd/${descriptor}`))).length
}

// From the state on: the name before it may hold spaces.
function statOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function target(link: string): string {
  try {
    return readlinkSync(link)
  } catch {
    return ''
  }
}
