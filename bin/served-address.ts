import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isOwnerAlive, ownerOf } from '../lib/platform/file-lock.mjs'
import type { CompleteSettings } from './settings.ts'

type Served = { url: string; owner: string }

const fileIn = (dataDir: string): string => join(dataDir, 'served.json')

/**
 * Writes down where customers reach this server, for the scripts beside it: they share its data folder, but often not its
 * environment (`PORT=3001 npm start`, then `npm run seed` in another terminal). Gives back how to take it away.
 */
export function tellAddress({ DATA_DIR, APP_URL }: Pick<CompleteSettings, 'DATA_DIR' | 'APP_URL'>): () => Promise<void> {
  try {
    writeFileSync(fileIn(DATA_DIR), JSON.stringify({ url: APP_URL, owner: ownerOf(process.pid) } satisfies Served))
  } catch {
    // A full disk keeps scripts from knowing the address, not customers from paying.
  }
  return async () => {
    // Another server over the same folder may have come since.
    if (read(DATA_DIR)?.owner === ownerOf(process.pid)) rmSync(fileIn(DATA_DIR), { force: true })
  }
}

/** The settings with the address of the server that runs over the same folder, unless PORT or APP_URL say it themselves. For scripts. */
export function besideServer(settings: CompleteSettings): CompleteSettings {
  if (process.env['PORT'] || process.env['APP_URL']) return settings
  const served = read(settings.DATA_DIR)
  // One that was killed leaves its file behind.
  return served && isOwnerAlive(served.owner) ? { ...settings, APP_URL: served.url } : settings
}

function read(dataDir: string): Served | null {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Served
  } catch {
    return null
  }
}
