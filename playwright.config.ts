import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { installedChromium } from './bin/chromium.mjs'

// This file is read again in every worker, which inherits the environment: so these are chosen once for a run.
const port = (process.env['E2E_PORT'] ??= freePort())
const dataDir = (process.env['E2E_DATA_DIR'] ??= temporaryFolder())
const baseURL = `http://localhost:${port}`
const chromium = process.env['CHROMIUM_PATH'] ?? installedChromium()
const report = process.env['E2E_REPORT']
// On a machine that others keep busy: twice the time, and a second try, which the summary of `npm test` names.
const isCi = process.env['CI'] !== undefined

export default defineConfig({
  testDir: 'e2e',
  timeout: isCi ? 120_000 : 60_000,
  expect: { timeout: isCi ? 20_000 : 10_000 },
  workers: 2,
  retries: isCi ? 1 : 0,
  forbidOnly: isCi,
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  use: {
    baseURL,
    trace: 'on-first-retry',
    locale: 'en-GB',
    // axe must not look at colours that are still fading in.
    contextOptions: { reducedMotion: 'reduce' },
    ...devices['Desktop Chrome'],
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: [disabledFeatures(), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
  projects: [{ name: 'chromium' }],
  webServer: {
    command: `"${join('node_modules', 'node', 'bin', 'node')}" bin/serve.ts`,
    url: `${baseURL}/api/health`,
    timeout: 60_000,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    // The receivers of webhooks that the tests start are on this machine.
    env: { PORT: port, HOST: '127.0.0.1', APP_URL: baseURL, DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'warn', ALLOW_LOOPBACK_WEBHOOKS: 'true' },
  },
})

/**
 * Chromium loads the list under its address bar, which nobody sees here, as two pages of its own for every window: more work than
 * most tests make. Only the last switch of this name counts, so what Playwright turns off stands here again.
 */
function disabledFeatures(): string {
  const byPlaywright = [
    'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding',
    'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'TcpPortRandomizationWin', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
  ]
  return `--disable-features=${[...byPlaywright, 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'].join(',')}`
}

function freePort(): string {
  const script = `const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close() })`
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()
}

// Open to the user that the database runs as when tests run as root.
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tautan-e2e-'))
  chmodSync(folder, 0o755)
  return folder
}
