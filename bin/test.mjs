// npm test [-- lint|unit|e2e [arguments]]: everything from a fresh clone, or one part of it.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { prepare, root } from './prepare.mjs'
import { requireNode } from './run-step.mjs'
import { asCheck, playwrightCounts, vitestCounts } from './test-counts.mjs'
import { summaryOf } from './test-summary.mjs'

const [chosen, ...rest] = process.argv.slice(2)
const scratch = mkdtempSync(join(tmpdir(), 'tautan-npm-test-'))
chmodSync(scratch, 0o755)
const report = (name) => join(scratch, name)
const installed = (...path) => join(root, 'node_modules', ...path)
const running = new Set()
let isStopped = false

const PARTS = {
  lint: { group: 'lint', name: 'Lint', run: (print) => node(print, installed('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0').then(asCheck) },
  layers: { group: 'lint', name: 'Layers', run: (print) => node(print, installed('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), ...layers()).then(asCheck) },
  types: { group: 'lint', name: 'Types', run: checkTypes },
  build: { group: 'e2e', name: 'Production build', run: () => prepare({ build: true }).then(() => asCheck(0)) },
  unit: { group: 'unit', name: 'Unit and database tests', run: runUnit },
  browser: { group: 'e2e', name: 'Browser tests', run: runBrowser },
}

/** One after the other; the rows of a stage side by side. Those of the first keep one core busy each, the tests keep two. */
const STAGES = [
  [[PARTS.lint], [PARTS.layers, PARTS.types, PARTS.build]],
  [[PARTS.unit]],
  [[PARTS.browser]],
]

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal)
    process.exitCode = 1
    isStopped = true
  })
}

process.exitCode = await main()

async function main() {
  const isWanted = ({ group }) => chosen === undefined || group === chosen
  if (!Object.values(PARTS).some(isWanted)) {
    console.error(`There is no part named ${chosen}; there are: lint, unit, e2e.`)
    return 1
  }
  const results = []
  try {
    await prepare({ build: false })
    for (const stage of STAGES) {
      const rows = stage.map((parts) => parts.filter(isWanted)).filter((parts) => parts.length > 0)
      results.push(...(await Promise.all(rows.map((parts) => inTurn(parts, { isAlone: rows.length === 1 })))).flat())
    }
  } catch (error) {
    console.error(error.message)
    results.push({ name: 'Installation', passed: 0, failed: 1, skipped: 0, seconds: 0 })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  console.log(`\n${summaryOf(results)}`)
  return results.some(({ failed }) => failed > 0) || process.exitCode ? 1 : 0
}

/** Beside others, a part is quiet until it has ended. */
async function inTurn(parts, { isAlone }) {
  const results = []
  for (const { name, run } of parts) {
    if (isStopped) break
    const lines = [`\n── ${name}`]
    const print = isAlone ? null : (output) => lines.push(output.trimEnd())
    if (isAlone) console.log(lines.pop())
    const started = Date.now()
    const counts = await run(print).catch((error) => {
      lines.push(error.message)
      return asCheck(1)
    })
    if (lines.length > 0) console.log(lines.filter(Boolean).join('\n'))
    results.push({ name, ...counts, seconds: Math.round((Date.now() - started) / 1000) })
  }
  return results
}

async function runUnit(print) {
  const file = report('unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await node(print, installed('vitest', 'vitest.mjs'), 'run', ...reporters, ...passedOn('unit'))
  return vitestCounts(file, code, root)
}

// Next writes the types of routes, which belong to the program that is checked.
async function checkTypes(print) {
  const routes = await node(print, installed('next', 'dist', 'bin', 'next'), 'typegen')
  return asCheck(routes === 0 ? await node(print, installed('typescript', 'bin', 'tsc'), '--noEmit') : routes)
}

async function runBrowser(print) {
  const { findChromium } = await import('./chromium.mjs')
  const chromium = await findChromium(root)
  if (chromium !== null) process.env.CHROMIUM_PATH = chromium
  process.env.E2E_REPORT = report('e2e.json')
  process.env.E2E_DATA_DIR = report('e2e-data')
  const code = await node(print, installed('@playwright', 'test', 'cli.js'), 'test', ...passedOn('e2e'))
  return playwrightCounts(report('e2e.json'), code)
}

function layers() {
  const folders = ['app', 'components', 'lib', 'proxy.ts'].filter((name) => existsSync(join(root, name)))
  return ['--config', '.dependency-cruiser.mjs', ...folders]
}

function passedOn(group) {
  return chosen === group ? rest : []
}

/** Its output goes to the screen, or to `print` when there is one. */
async function node(print, ...args) {
  const child = spawn(requireNode(root), ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    stdio: print === null ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  running.add(child)
  const output = print === null ? [] : [text(child.stdout), text(child.stderr)]
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (exit) => resolve(exit ?? 1))
  })
  running.delete(child)
  for (const said of await Promise.all(output)) print(said)
  return code
}
