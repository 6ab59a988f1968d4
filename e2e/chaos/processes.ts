import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type Running = {
  pid: number
  hasEnded(): boolean
  /** kill -9, and waits until the process is gone. */
  kill(): Promise<void>
  /** Asks it to stop as Ctrl-C does, and waits. */
  stop(): Promise<void>
}

export type Server = Running & { url: string }

type Start = { dataDir: string; log: string; env?: Record<string, string> }

const root = join(import.meta.dirname, '..', '..')
const everything = new Set<Running>()

export const startServer = async ({ port, ...start }: Start & { port: number }): Promise<Server> => {
  const url = `http://127.0.0.1:${port}`
  const running = run(['bin/serve.ts'], { ...start, env: { ...start.env, PORT: String(port), HOST: '127.0.0.1', APP_URL: url } })
  await becomes(async () => (await healthOf(url)) === 200, { within: 60_000, what: `${url} ready`, running })
  return { ...running, url }
}

/** `npm run worker` without npm and the launcher, which would be one process more to kill. */
export const startWorker = (start: Start): Running =>
  run(['--import', 'tsx', '--import', './bin/allow-server-only.mjs', 'bin/worker.ts'], start)

/** Kills whatever this run started and has not ended. */
export async function endEverything(): Promise<void> {
  await Promise.all([...everything].map((running) => running.kill()))
}

export async function healthOf(url: string): Promise<number> {
  try {
    return (await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) })).status
  } catch {
    return 0
  }
}

export async function becomes(
  condition: () => Promise<boolean> | boolean,
  { within, what, every = 25, running }: { within: number; what: string; every?: number; running?: Running },
): Promise<void> {
  const deadline = Date.now() + within
  while (!(await condition())) {
    if (running?.hasEnded()) throw new Error(`a process ended instead of ${what}; see the logs`)
    if (Date.now() > deadline) throw new Error(`waited ${within / 1000} s in vain for ${what}`)
    await sleep(every)
  }
}

/** The processes directly below another; with `script` only those that run it. */
export function childrenOf(parent: number, script = ''): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)
  return pids.filter((pid) => parentOf(pid) === parent && read(`/proc/${pid}/cmdline`).includes(script))
}

function parentOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
  const address = probe.address()
  await new Promise((closed) => probe.close(closed))
  return typeof address === 'object' && address !== null ? address.port : 0
}

function run(args: string[], { dataDir, log, env = {} }: Start): Running {
  const output = openSync(log, 'a')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    env: {
      NODE_ENV: 'production', PATH: process.env['PATH'], HOME: process.env['HOME'],
      DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'warn', ALLOW_LOOPBACK_WEBHOOKS: 'true', ...env,
    },
    // Through the channel they hear that we died, and stop.
    stdio: ['ignore', output, output, 'ipc'],
  })
  closeSync(output)
  const running = handleOf(child)
  everything.add(running)
  child.once('exit', () => everything.delete(running))
  return running
}

function handleOf(child: ChildProcess): Running {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const end = async (signal: NodeJS.Signals) => {
    if (hasEnded()) return
    child.kill(signal)
    await ended
  }
  return { pid: child.pid ?? 0, hasEnded, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}
