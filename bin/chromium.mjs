import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Finds a Chromium for the browser tests, or gets one. Returns its path, or null for the one that Playwright downloaded.
 * Throws with a sentence when there is none to be had.
 */
export async function findChromium(root) {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH is ${chosen}, but there is nothing.`)
  }
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'

  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return null
  console.log('Getting a browser for the tests…')
  const download = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  if (succeeds(process.execPath, [download, 'install', ...(isRoot() ? ['--with-deps'] : []), 'chromium'])) return null
  if (existsSync(chromium.executablePath())) return null
  if (isRoot() && isDebian()) {
    succeeds('apt-get', ['update', '-qq'])
    if (succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])) return '/usr/bin/chromium'
  }
  throw new Error('The browser tests need Chromium, which could not be installed: install it and set CHROMIUM_PATH to its path.')
}

function succeeds(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'ignore', env, timeout: 600_000 }).status === 0
}

function isRoot() {
  return process.getuid?.() === 0
}

function isDebian() {
  return existsSync('/etc/debian_version') || /debian/.test(existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '')
}
