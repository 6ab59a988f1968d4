import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { withFileLock } from '../lib/platform/file-lock.mjs'
import { databasePid, end, exitOf, health, isRunning, ownDataDir, query, start, useOwnServers } from './support/started-server'

const SERVER = 'bin/serve.ts'
const LAUNCHER = 'bin/start.mjs'

test.describe('with nothing there yet', () => {
  useOwnServers()

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
})

test.describe('with what a server left', () => {
  useOwnServers({ isUsed: true })

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`${signal} stops the server and its database`, async () => {
      const { child } = await start(SERVER)
      const database = databasePid()
      expect(await end(child, signal)).toBe(0)
      expect(isRunning(database)).toBe(false)
    })
  }

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
    await withFileLock(join(ownDataDir(), 'database.lock'), async () => {
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
})
