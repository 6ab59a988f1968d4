import { spawn } from 'node:child_process'
import { expect, test } from '@playwright/test'

/** `npm run chaos -- --quick`, one test for each scenario; the full numbers are for `npm run chaos`. */
test.use({ baseURL: undefined })
test.setTimeout(150_000)

for (const [scenario, promise] of [
  ['crowd', 'of a crowd exactly as many pay as there are places, over two servers'],
  ['races', 'of two things that happen to an order at the same moment one is decided'],
  ['kill-server', 'nothing acknowledged is lost when the server is killed'],
  ['kill-process', 'nothing acknowledged is lost when one of several serving processes is killed, and the others go on'],
  ['kill-worker', 'every paid order is told although the worker is killed between claim, send and mark'],
  ['kill-database', 'the server brings PostgreSQL back when it is killed, and nothing acknowledged is lost'],
] as const) {
  test(promise, async () => {
    const { code, output } = await chaos('--quick', '--only', scenario)
    expect(output).toContain('Every promise was kept.')
    expect(code).toBe(0)
  })
}

test('an interrupted chaos leaves nothing behind', async () => {
  const child = start('--quick', '--only', 'crowd')
  const output = outputOf(child)
  await expect.poll(output, { timeout: 60_000 }).toContain('crowd: 5 rounds')
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  expect(await ended).toBe(130)
})

const start = (...args: string[]) =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', 'tsx', '--import', './bin/allow-server-only.mjs', 'e2e/chaos/main.ts', ...args], {
    env: { NODE_ENV: 'production', PATH: process.env['PATH'], HOME: process.env['HOME'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

async function chaos(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = start(...args)
  const output = outputOf(child)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, output: output() }
}

function outputOf(child: ReturnType<typeof start>): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)))
  return () => text
}
