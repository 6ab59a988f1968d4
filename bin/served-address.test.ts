import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { besideServer, tellAddress } from './served-address.ts'
import type { CompleteSettings } from './settings.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const settingsOf = (DATA_DIR: string) => ({ DATA_DIR, PORT: 3000, APP_URL: 'http://localhost:3000' }) as CompleteSettings
const served = 'http://localhost:4711'

beforeEach(() => {
  vi.stubEnv('PORT', undefined)
  vi.stubEnv('APP_URL', undefined)
})
afterEach(() => vi.unstubAllEnvs())

describe('a script beside a server', () => {
  test('speaks of the address that the running server has, until it has stopped', async () => {
    const folder = temporaryFolder()
    expect(besideServer(settingsOf(folder)).APP_URL).toBe('http://localhost:3000')
    const stop = tellAddress({ DATA_DIR: folder, APP_URL: served })
    expect(besideServer(settingsOf(folder)).APP_URL).toBe(served)
    await stop()
    expect(besideServer(settingsOf(folder)).APP_URL).toBe('http://localhost:3000')
  })

  test.each(['PORT', 'APP_URL'])('speaks of its own when %s says so', (name) => {
    vi.stubEnv(name, '3001')
    const folder = temporaryFolder()
    tellAddress({ DATA_DIR: folder, APP_URL: served })
    expect(besideServer(settingsOf(folder)).APP_URL).toBe('http://localhost:3000')
  })

  test.each([
    // No process has started at that time, whoever has the id now.
    ['of a server that was killed', JSON.stringify({ url: served, owner: `${process.pid} 1` })],
    ['that is damaged', '{"url":'],
  ])('does not believe an address %s', (_, content) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'served.json'), content)
    expect(besideServer(settingsOf(folder)).APP_URL).toBe('http://localhost:3000')
  })

  test('knows none where it could not be written down, which stops no server', async () => {
    const folder = join(temporaryFolder(), 'gone')
    await tellAddress({ DATA_DIR: folder, APP_URL: served })()
    expect(besideServer(settingsOf(folder)).APP_URL).toBe('http://localhost:3000')
  })

  test('leaves the address of a server that came later', async () => {
    const folder = temporaryFolder()
    const stop = tellAddress({ DATA_DIR: folder, APP_URL: 'http://localhost:1' })
    const later = JSON.stringify({ url: served, owner: `${process.pid} 1` })
    writeFileSync(join(folder, 'served.json'), later)
    await stop()
    expect(readFileSync(join(folder, 'served.json'), 'utf8')).toBe(later)
  })
})
