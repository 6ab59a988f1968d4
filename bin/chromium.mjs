import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Debian's. The first has no window to manage and makes half as many processes: the browser tests take a fifth less of the machine in it
 * (Playwright's own choice too). It shows no notifications, which one test needs the second for.
 */
export const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell'
export const WHOLE_CHROMIUM = '/usr/bin/chromium'

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
  const installed = installedChromium()
  if (installed) return installed

  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return null
  console.log('Getting a browser for the tests…')
  const download = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  if (succeeds(process.execPath, [download, 'install', ...(isRoot() ? ['--with-deps'] : []), 'chromium'])) return null
  if (existsSync(chromium.executablePath())) return null
  if (isRoot() && isDebian()) {
    succeeds('apt-get', ['update', '-qq'])
    const install = (...packages) => succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
    if (install('chromium', 'chromium-headless-shell') || install('chromium')) return installedChromium()
  }
  throw new Error('The browser tests need Chromium, which could not be installed: install it and set CHROMIUM_PATH to its path.')
}

export function installedChromium() {
  return [HEADLESS_SHELL, WHOLE_CHROMIUM].find((path) => existsSync(path)) ?? null
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
