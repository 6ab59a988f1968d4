import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEnv, type Settings } from '../lib/platform/env.ts'
import { errorCode, explainDiskError, StartError } from '../lib/platform/start-error.ts'

export type CompleteSettings = Settings & { APP_SECRET: string }

/** Reads `.env` and the environment (which wins), and makes DATA_DIR and the secret when they are missing. */
export function loadSettings(): CompleteSettings {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const settings = readEnv(process.env)
  try {
    mkdirSync(settings.DATA_DIR, { recursive: true })
    return { ...settings, APP_SECRET: settings.APP_SECRET ?? keptSecret(join(settings.DATA_DIR, 'app-secret')) }
  } catch (error) {
    throw explainDiskError(error, settings.DATA_DIR)
  }
}

/** The settings once the system has chosen a port for PORT=0. */
export function withPort(settings: CompleteSettings, port: number): CompleteSettings {
  return { ...settings, PORT: port, APP_URL: settings.APP_URL.replace(/:0$/, `:${port}`) }
}

/** Hands the settings on to everything that runs in this process or is started by it. */
export function publishSettings(settings: CompleteSettings): void {
  for (const [name, value] of Object.entries(settings)) process.env[name] = String(value)
}

function keptSecret(path: string): string {
  try {
    writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length < 32) {
    throw new StartError(`${path} is damaged: put the old secret back, or delete the file for a new one (everybody signs in again).`)
  }
  return secret
}
