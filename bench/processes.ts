import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** What a server and all that it started hold and have used. */
export type Usage = { processes: number; memoryMb: number; cpuSeconds: number }

export type Server = { url: string; coldStartMs: number; usage(): Usage; stop(): Promise<void> }

/** Starts a server and waits until `path` answers 200. */
export async function startServer(args: readonly string[], { port, path, env }: { port: number; path: string; env: Record<string, string> }): Promise<Server> {
  const from = performance.now()
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env, PORT: String(port), NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'inherit'] })
  const url = `http://127.0.0.1:${port}`
  while (!(await answers(url + path))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode}`)
    if (performance.now() - from > 60_000) throw new Error(`${args.join(' ')} does not answer`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const coldStartMs = performance.now() - from
  return { url, coldStartMs, usage: () => usageOf(child), stop: () => stop(child) }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status === 200
  } catch {
    return false
  }
}

/** Resident memory as the kernel counts it; what processes share is counted once for each. */
function usageOf({ pid = 0 }: ChildProcess): Usage {
  const all = treeOf(pid)
  const sum = (of: (pid: number) => number) => all.reduce((total, each) => total + of(each), 0)
  return { processes: all.length, memoryMb: Math.round(sum(memoryOf)), cpuSeconds: sum(cpuOf) }
}

function treeOf(root: number): number[] {
  const parents = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => ({ pid: Number(name), parent: Number(statOf(Number(name))[1]) }))
  const below = (pid: number): number[] => [pid, ...parents.filter(({ parent }) => parent === pid).flatMap((child) => below(child.pid))]
  return below(root)
}

function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
}

/** The kernel counts in hundredths of a second. */
function cpuOf(pid: number): number {
  const [user = 0, system = 0] = statOf(pid).slice(11, 13).map(Number)
  return (user + system) / 100
}

/** From the state on: the name before it may hold spaces. */
function statOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It ended in the meantime.
    return ''
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
