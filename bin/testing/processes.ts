import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { onTestFinished } from 'vitest'
import { isRunning } from '../../lib/platform/file-lock.mjs'

export const root = dirname(dirname(import.meta.dirname))

export type Program = {
  pid: number
  output(): string
  signal(name: NodeJS.Signals): void
  says(text: string): Promise<void>
  ends(): Promise<number | null>
}

/** Runs a file under the Node of the test with nothing but the given environment, and makes sure that it is gone afterwards. */
export function run(file: string, args: string[] = [], env: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    cwd: root,
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await ended
  })
  return {
    pid: child.pid ?? 0,
    output: () => text,
    signal: (name) => void child.kill(name),
    ends: () => ended,
    says: (wanted) => until(() => text.includes(wanted), () => `"${wanted}" in: ${text}`),
  }
}

export async function until(condition: () => boolean, what: () => string): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export async function gone(pid: number): Promise<void> {
  await until(() => !isRunning(pid), () => `the end of process ${pid}`)
}
