import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { isRunning } from '../lib/platform/file-lock.mjs'
import { keepRunning, pauseAfter } from './kept-process.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const OBEDIENT = `process.on('message', (message) => message === 'stop' && process.exit(0))`

test.each([
  [0, 0],
  [1, 0],
  [2, 500],
  [3, 1_000],
  [20, 30_000],
])('after %i short lives in a row the next one waits %i ms', (quickEnds, expected) => {
  expect(pauseAfter(quickEnds)).toBe(expected)
})

describe('a process that is kept', () => {
  test('is replaced when it is killed, and not any more once it is told to stop', async () => {
    const { pids, reports, stop } = keep(OBEDIENT)
    process.kill(pids[0] ?? 0, 'SIGKILL')
    await vi.waitFor(() => expect(pids).toHaveLength(2))
    expect(reports).toEqual([{ process: pids[0], code: null, signal: 'SIGKILL', waitMs: 0 }])
    await stop(5_000)
    expect(pids.filter(isRunning)).toEqual([])
    expect(pids).toHaveLength(2)
  })

  test('is also replaced when it leaves on its own, with growing pauses', async () => {
    const { reports } = keep('process.exit(0)')
    await vi.waitFor(() => expect(reports.map(({ waitMs }) => waitMs)).toEqual([0, 500, 1_000]), { timeout: 10_000 })
  })

  test('is killed when it does not obey', async () => {
    const { pids, stop } = keep(`process.on('message', () => undefined)`)
    await stop(300)
    expect(pids.filter(isRunning)).toEqual([])
  })
})

function keep(source: string) {
  const script = join(temporaryFolder(), 'kept.mjs')
  writeFileSync(script, source)
  const pids: number[] = []
  const reports: Record<string, unknown>[] = []
  const start = () => {
    const child = fork(script, { stdio: 'ignore' })
    pids.push(child.pid ?? 0)
    return child
  }
  const stop = keepRunning({ name: 'test', fork: start, report: (_, details) => reports.push(details) })
  onTestFinished(() => stop(0))
  return { pids, reports, stop }
}
