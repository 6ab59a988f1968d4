// npm test [-- lint|unit|e2e [arguments]]: everything from a fresh clone, or one part of it.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'
import { requireNode } from './run-step.mjs'
import { asCheck, playwrightCounts, vitestCounts } from './test-counts.mjs'

const [chosen, ...rest] = process.argv.slice(2)
const scratch = mkdtempSync(join(tmpdir(), 'tautan-npm-test-'))
chmodSync(scratch, 0o755)
const report = (name) => join(scratch, name)
const installed = (...path) => join(root, 'node_modules', ...path)
let current

const parts = [
  { group: 'lint', name: 'Lint', run: () => node(installed('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0').then(asCheck) },
  { group: 'lint', name: 'Layers', run: () => node(installed('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), ...layers()).then(asCheck) },
  { group: 'lint', name: 'Types', run: checkTypes },
  { group: 'unit', name: 'Unit and database tests', run: runUnit },
  { group: 'e2e', name: 'Production build', run: () => prepare({ build: true }).then(() => asCheck(0)) },
  { group: 'e2e', name: 'Browser tests', run: runBrowser },
]

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    current?.kill(signal)
    process.exitCode = 1
    parts.length = 0
  })
}

process.exitCode = await main()

async function main() {
  const wanted = parts.filter(({ group }) => chosen === undefined || group === chosen)
  if (wanted.length === 0) {
    console.error(`There is no part named ${chosen}; there are: lint, unit, e2e.`)
    return 1
  }
  const results = []
  try {
    await prepare({ build: false })
    for (const part of wanted) if (parts.includes(part)) results.push(await measured(part))
  } catch (error) {
    console.error(error.message)
    results.push({ name: 'Installation', passed: 0, failed: 1, skipped: 0, seconds: 0 })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return summarise(results)
}

async function measured({ name, run }) {
  console.log(`\n── ${name}`)
  const started = Date.now()
  const counts = await run().catch((error) => {
    console.error(error.message)
    return asCheck(1)
  })
  return { name, ...counts, seconds: Math.round((Date.now() - started) / 1000) }
}

function summarise(results) {
  console.log('')
  for (const { name, passed, failed, seconds } of results) {
    console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(24)} ${String(passed).padStart(5)} passed ${String(failed).padStart(5)} failed ${String(seconds).padStart(5)} s`)
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const skipped = sum('skipped')
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return sum('failed') > 0 || process.exitCode ? 1 : 0
}

async function runUnit() {
  const file = report('unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await node(installed('vitest', 'vitest.mjs'), 'run', ...reporters, ...passedOn('unit'))
  return vitestCounts(file, code)
}

// Next writes the types of routes, which belong to the program that is checked.
async function checkTypes() {
  const routes = await node(installed('next', 'dist', 'bin', 'next'), 'typegen')
  return asCheck(routes === 0 ? await node(installed('typescript', 'bin', 'tsc'), '--noEmit') : routes)
}

async function runBrowser() {
  const { findChromium } = await import('./chromium.mjs')
  const chromium = await findChromium(root)
  if (chromium !== null) process.env.CHROMIUM_PATH = chromium
  process.env.E2E_REPORT = report('e2e.json')
  process.env.E2E_DATA_DIR = report('e2e-data')
  const code = await node(installed('@playwright', 'test', 'cli.js'), 'test', ...passedOn('e2e'))
  return playwrightCounts(report('e2e.json'), code)
}

function layers() {
  const folders = ['app', 'components', 'lib', 'proxy.ts'].filter((name) => existsSync(join(root, name)))
  return ['--config', '.dependency-cruiser.mjs', ...folders]
}

function passedOn(group) {
  return chosen === group ? rest : []
}

function node(...args) {
  current = spawn(requireNode(root), ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  return new Promise((resolve) => {
    current.once('error', () => resolve(1))
    current.once('exit', (code) => resolve(code ?? 1))
  })
}
