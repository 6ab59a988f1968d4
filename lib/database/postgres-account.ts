import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The user PostgreSQL runs as when we are root, which it refuses; null means: as ourselves. */
export type Account = { uid: number; gid: number } | null

/** The owner of existing data keeps it; otherwise the system's `postgres` user, made when missing, or `nobody`. */
export function accountFor(directory: string): Account {
  if (process.getuid?.() !== 0) return null
  return ownerOf(directory) ?? findUser('postgres') ?? createUser('postgres') ?? findUser('nobody')
}

/** Whether the account may go through every folder down to `path` (by permission bits, which is all we rely on). */
export function mayEnter(path: string, account: Account): boolean {
  if (account === null) return true
  const parent = dirname(path)
  return isSearchable(path, account) && (parent === path || mayEnter(parent, account))
}

function isSearchable(path: string, account: { uid: number; gid: number }): boolean {
  const { mode, uid, gid } = statSync(path)
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

function ownerOf(directory: string): Account {
  const found = statSync(directory, { throwIfNoEntry: false })
  return found === undefined || found.uid === 0 ? null : { uid: found.uid, gid: found.gid }
}

function findUser(name: string): Account {
  const uid = Number(output('id', ['-u', name]) ?? Number.NaN)
  const gid = Number(output('id', ['-g', name]) ?? Number.NaN)
  return Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0 ? { uid, gid } : null
}

function createUser(name: string): Account {
  const made = output('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name])
  if (made === null) output('adduser', ['-S', '-D', '-H', name])
  return findUser(name)
}

function output(command: string, args: string[]): string | null {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}
