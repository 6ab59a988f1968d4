import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { explainDiskOutput, StartError } from '../platform/start-error.ts'
import type { Account } from './postgres-account.ts'
import type { Binaries } from './postgres-binaries.ts'
import { newPassword } from './embedded-state.ts'
import { cannotRun, POSTGRES_ENV } from './postgres-process.ts'

type Cluster = { binaries: Binaries; account: Account; directory: string; password: string }

export function hasCluster(directory: string): boolean {
  return existsSync(join(directory, 'PG_VERSION'))
}

/** Makes the data directory with the role and the database in it; it appears under its name only when complete. */
export async function createCluster(cluster: Cluster): Promise<void> {
  const { binaries, account, directory } = cluster
  const unfinished = `${directory}.new`
  const superuserPassword = `${directory}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  // The superuser's password is thrown away: over the network only the role that owns our database may come in.
  writeFileSync(superuserPassword, newPassword(), { mode: 0o600 })
  giveTo(account, unfinished, superuserPassword)
  try {
    await run(cluster, binaries.initdb, [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${superuserPassword}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Built into PostgreSQL, so the order of text (and with it every index) does not change with the system's libraries.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ])
    await asSuperuser({ ...cluster, directory: unfinished }, [
      `CREATE ROLE tautan LOGIN CREATEDB PASSWORD '${cluster.password}';`,
      'CREATE DATABASE tautan OWNER tautan;',
    ])
  } finally {
    rmSync(superuserPassword, { force: true })
  }
  renameSync(unfinished, directory)
}

/** For data whose password file got lost: whoever owns the files may set a new one. The server must not be running. */
export async function resetPassword(cluster: Cluster): Promise<void> {
  await asSuperuser(cluster, [`ALTER ROLE tautan PASSWORD '${cluster.password}';`])
}

export function requireSameVersion(directory: string, majorVersion: string): void {
  const found = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim()
  if (found === majorVersion) return
  throw new StartError(
    `The data in ${directory} was written by PostgreSQL ${found}, but this version of Tautan brings PostgreSQL ${majorVersion}: start the version that wrote it, or move the data with pg_dump.`,
  )
}

function giveTo(account: Account, ...paths: string[]): void {
  for (const path of paths) {
    if (account !== null) chownSync(path, account.uid, account.gid)
  }
}

async function asSuperuser(cluster: Cluster, statements: string[]): Promise<void> {
  const args = ['--single', '-D', cluster.directory, 'postgres']
  await run(cluster, cluster.binaries.postgres, args, `${statements.join('\n')}\n`)
}

async function run(cluster: Cluster, program: string, args: string[], input = ''): Promise<void> {
  const child = spawn(program, args, {
    ...cluster.account,
    cwd: '/',
    env: POSTGRES_ENV,
    detached: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  child.stdin.on('error', () => undefined).end(input)
  const code = await new Promise((resolve, reject) => {
    child.once('error', (error) => reject(cannotRun(error)))
    child.once('close', resolve)
  })
  // In single-user mode PostgreSQL goes on after a failed statement and ends with 0.
  if (code === 0 && !/\b(ERROR|FATAL|PANIC):/.test(output)) return
  throw (
    explainDiskOutput(output, dirname(cluster.directory)) ??
    new StartError(`The built-in database could not be set up (${lastError(output)}).`)
  )
}

function lastError(output: string): string {
  const lines = output.trim().split('\n')
  return (lines.find((line) => /(ERROR|FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? 'it said nothing').trim()
}
