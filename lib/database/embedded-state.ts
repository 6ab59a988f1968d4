import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What DATA_DIR/database.json remembers: where the data lies, and the port and password chosen once. */
export type EmbeddedState = { directory: string; port: number; password: string }

export function readState(dataDir: string): EmbeddedState | null {
  try {
    return asState(JSON.parse(readFileSync(statePath(dataDir), 'utf8')))
  } catch {
    return null
  }
}

export function writeState(dataDir: string, state: EmbeddedState): EmbeddedState {
  const fresh = `${statePath(dataDir)}.new`
  writeFileSync(fresh, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600, flush: true })
  chmodSync(fresh, 0o600)
  renameSync(fresh, statePath(dataDir))
  return state
}

export function newPassword(): string {
  return randomBytes(24).toString('hex')
}

/**
 * The address of the embedded database; `applicationName` tells its users apart in `pg_stat_activity`.
 * @param directory of its data: where its socket is found there it is used, at two thirds of the cost of TCP
 */
export function databaseUrlOf(state: EmbeddedState, applicationName: string, directory?: string): string {
  const tcp = `postgresql://tautan:${state.password}@127.0.0.1:${state.port}/tautan?application_name=${applicationName}`
  return directory !== undefined && hasSocket(directory, state.port) ? `${tcp}&host=${encodeURIComponent(directory)}` : tcp
}

/** The shortest limit among operating systems (macOS), in bytes and with the zero at the end. */
const LONGEST_SOCKET_PATH = 104

function hasSocket(directory: string, port: number): boolean {
  const socket = join(directory, `.s.PGSQL.${port}`)
  return Buffer.byteLength(socket) < LONGEST_SOCKET_PATH && existsSync(socket)
}

function statePath(dataDir: string): string {
  return join(dataDir, 'database.json')
}

function asState(value: unknown): EmbeddedState | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('directory' in value && 'port' in value && 'password' in value)) return null
  const { directory, port, password } = value
  if (typeof directory !== 'string' || typeof port !== 'number' || typeof password !== 'string') return null
  return { directory, port, password }
}
