// Runs before anything is installed, so: plain JavaScript, Node 20, no packages.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withFileLock } from '../lib/platform/file-lock.mjs'
import { hintAtCompiling } from './compile-hints.mjs'
import { dropEmptyManifests } from './empty-manifests.mjs'
import { hashOf, isUnchanged, remember } from './fingerprint.mjs'
import { packStatic } from './pack-static.mjs'
import { requireNode, runStep } from './run-step.mjs'

export const root = dirname(import.meta.dirname)

const at = (...path) => join(root, ...path)
const packages = at('node_modules')
const installStamp = at('node_modules', '.tautan-install')
const generatedStamp = at('lib', 'database', 'generated', '.tautan')
const assetsStamp = at('node_modules', '.tautan-checkout-assets')
const buildStamp = at('.next', 'tautan-build.json')

const SOURCES = ['app', 'components', 'lib', 'public', 'messages', 'prisma/schema.prisma', 'package-lock.json', 'tsconfig.json', 'bin/build-checkout-assets.ts', 'bin/compile-hints.mjs', 'bin/pack-static.mjs']
  .concat(['next.config.js', 'proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts', 'postcss.config.mjs', 'postcss.config.js'])
const ASSETS = ['components/checkout/generated/assets.ts', 'components/news/generated/service-worker.ts']
const ASSET_SOURCES = ['components/checkout', 'components/news/browser', 'app/theme.css', 'lib/payment', 'bin/build-checkout-assets.ts', 'package-lock.json']

/** Installs, generates and (with `build`) builds whatever is missing or older than its sources; a moment when nothing is. */
export async function prepare({ build }) {
  const steps = [install, generate, assets, ...(build ? [buildPages] : [])]
  if (steps.every((step) => step.isDone())) return
  await withFileLock(
    at('.prepare.lock'),
    async () => {
      for (const step of steps) if (!step.isDone()) await step.run()
    },
    { onWait: () => console.log('Waiting for another Tautan that is installing or building here…') },
  )
}

const install = {
  isDone: () => read(installStamp) === lockKey(),
  async run() {
    // Somebody who ran npm by hand need not wait for the same again.
    if (!isInstalled()) await installPackages()
    requireNode(root)
    writeFileSync(installStamp, lockKey())
  },
}

const generate = {
  isDone: () => read(generatedStamp) === generateKey(),
  async run() {
    await runStep('Generating the database client…', requireNode(root), [join(packages, 'prisma', 'build', 'index.js'), 'generate'], {
      PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    })
    writeFileSync(generatedStamp, generateKey())
  },
}

const assets = {
  isDone: () => ASSETS.every((path) => existsSync(at(path))) && isUnchanged(assetsStamp, root, ASSET_SOURCES),
  async run() {
    await runStep('Preparing the payment page…', requireNode(root), ['--import', 'tsx', at('bin', 'build-checkout-assets.ts')])
    remember(assetsStamp, root, ASSET_SOURCES)
  },
}

const buildPages = {
  isDone: () => isUnchanged(buildStamp, root, SOURCES),
  async run() {
    rmSync(buildStamp, { force: true })
    await runStep('Building…', requireNode(root), [join(packages, 'next', 'dist', 'bin', 'next'), 'build'], {
      NODE_ENV: 'production',
      // Modules may look at their settings while they are collected; nothing connects during a build.
      DATABASE_URL: 'postgresql://build@127.0.0.1:9/build',
      APP_SECRET: 'only-for-the-build-and-never-used-to-sign',
    })
    dropEmptyManifests(at('.next'))
    hintAtCompiling(at('.next'))
    await packStatic(at('.next'))
    remember(buildStamp, root, SOURCES)
  },
}

async function installPackages() {
  // No install script may download: browsers come in `npm test`, and Prisma's engine is not needed.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', HUSKY: '0' }
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  try {
    await runStep('Installing packages…', npm(), ['ci', ...quiet], env)
  } catch (error) {
    // A registry that lacks other systems' optional packages writes them out of the lock file, which `npm ci` then refuses.
    if (!/EUSAGE/.test(error.message)) throw error
    await runStep('Installing packages one by one…', npm(), ['install', '--no-save', ...quiet], env)
  }
}

function isInstalled() {
  const wanted = json(at('package-lock.json'))?.packages
  const found = json(join(packages, '.package-lock.json'))?.packages
  if (!wanted || !found) return false
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true
    return found[path] ? found[path].version === version : Boolean(optional)
  })
}

function lockKey() {
  return `${hashOf(at('package-lock.json'))} ${process.platform} ${process.arch}`
}

function generateKey() {
  const version = json(join(packages, 'prisma', 'package.json'))?.version
  return `${hashOf(at('prisma', 'schema.prisma'))} ${version}`
}

function npm() {
  const current = process.env.npm_execpath
  return current?.endsWith('npm-cli.js') ? [process.execPath, current] : 'npm'
}

function json(path) {
  const text = read(path)
  return text === null ? null : JSON.parse(text)
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
