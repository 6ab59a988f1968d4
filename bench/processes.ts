import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type Server = { url: string; coldStartMs: number; memoryMb(): number; stop(): Promise<void> }

/** Starts a server and waits until `path` answers 200. */
export async function startServer(args: string[], { port, path, env }: { port: number; path: string; env: Record<string, string> }): Promise<Server> {
  const from = performance.now()
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env, PORT: String(port), NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'inherit'] })
  const url = `http://127.0.0.1:${port}`
  while (!(await answers(url + path))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode}`)
    if (performance.now() - from > 60_000) throw new Error(`${args.join(' ')} does not answer`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const coldStartMs = performance.now() - from
  return { url, coldStartMs, memoryMb: () => memoryOf(child), stop: () => stop(child) }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status === 200
  } catch {
    return false
  }
}

/** Resident memory in MB, as the kernel counts it. */
function memoryOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
