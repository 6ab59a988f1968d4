import { execFileSync, spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning } from '../platform/file-lock.mjs'
import { explainDiskOutput, StartError } from '../platform/start-error.ts'
import type { Account } from './postgres-account.ts'

export type Postmaster = { pid: number; port: number; ready: boolean }

type Launch = { postgres: string; account: Account; directory: string; port: number; log: string }

/** Little on purpose: our settings are secrets, and PostgreSQL's own variables would change what it does. */
export const POSTGRES_ENV = { NODE_ENV: process.env.NODE_ENV, PATH: process.env['PATH'], LC_ALL: 'C' }

const LOG_LIMIT = 5 * 1024 * 1024

// Given at every start rather than written into postgresql.conf, so that they follow the code.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // In its data directory, where nobody else may look.
  unix_socket_directories: process.platform === 'win32' ? '' : '.',
  max_connections: '100',
  shared_buffers: '256MB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and their details can hold customers' data, which does not belong into a log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

/** The server that runs on this data directory now, whoever started it; clears what a crash left that would mislead the next. */
export function findPostmaster(directory: string): Postmaster | null {
  const lines = pidFile(directory)
  const pid = Number(lines?.[0])
  if (lines === null || !Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return null
  if (!commandOf(pid).includes(directory)) {
    // The id of a dead server was given to a stranger, for whom PostgreSQL would wait.
    rmSync(join(directory, 'postmaster.pid'), { force: true })
    return null
  }
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** Starts PostgreSQL outside our process group, where a Ctrl-C at the terminal does not reach it, and waits until it is ready. */
export async function launchPostmaster(launch: Launch): Promise<Postmaster | 'port taken' | 'still in use'> {
  boundLog(launch.log)
  const log = openSync(launch.log, 'a', 0o600)
  const from = fstatSync(log).size
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(launch.postgres, ['-D', launch.directory, '-p', String(launch.port), ...settings], {
    ...launch.account,
    cwd: '/',
    env: POSTGRES_ENV,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const ended = new Promise<'ended'>((resolve, reject) => {
    server.once('error', (error) => reject(cannotRun(error)))
    server.once('exit', () => resolve('ended'))
  })
  server.unref()
  while ((await Promise.race([ended, sleep(10)])) !== 'ended') {
    const found = findPostmaster(launch.directory)
    if (found?.pid === server.pid && found?.ready) return found
  }
  return explainEnd(readFileSync(launch.log, 'utf8').slice(from), launch)
}

/** A fast shutdown: running statements are cut, everything committed stays; waits for the end. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await endsWithin(pid, 20_000)) return
  signal(pid, 'SIGQUIT')
  await endsWithin(pid, 5_000)
}

/** Keeps a long-running server's log from growing without end; PostgreSQL appends, so emptying the file is safe. */
export function boundLog(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT) truncateSync(log)
}

export function cannotRun(cause: Error): StartError {
  return new StartError(
    `The built-in database cannot run here (${cause.message}): set DATABASE_URL to a PostgreSQL database.`,
    { cause },
  )
}

function explainEnd(output: string, launch: Launch): 'port taken' | 'still in use' {
  if (/could not bind|Address already in use/i.test(output)) return 'port taken'
  if (/pre-existing shared memory block|lock file .* already exists/i.test(output)) return 'still in use'
  const last = output.split('\n').findLast((line) => /FATAL|PANIC/.test(line)) ?? output.trim().split('\n').at(-1)
  throw (
    explainDiskOutput(output, launch.directory) ??
    new StartError(`The built-in database did not start (${last?.replace(/^.*?(FATAL|PANIC): */, '')}); see ${launch.log}.`)
  )
}

function pidFile(directory: string): string[] | null {
  try {
    return readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return processList(pid)
  }
}

function processList(pid: number): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself in the meantime.
  }
}

async function endsWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  while (isRunning(pid)) {
    if (Date.now() > deadline) return false
    await sleep(20)
  }
  return true
}
