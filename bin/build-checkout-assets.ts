import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import tailwind from '@tailwindcss/postcss'
import { build } from 'esbuild'
import postcss from 'postcss'

/**
 * Makes what the payment page carries besides its HTML: one text of CSS, inlined, and one small
 * script. Old in-app browsers are customers too, so both are written down to what they understand.
 * And the service worker, which no page may bundle.
 */
const OLDEST_BROWSERS = ['chrome85', 'safari14.1', 'firefox78']

const root = dirname(import.meta.dirname)
const folder = join(root, 'components', 'checkout')

const news = join(root, 'components', 'news')

const [css, script, serviceWorker] = await Promise.all([
  buildCss(join(folder, 'styles.css')),
  buildScript(join(folder, 'browser', 'pay.ts')),
  buildScript(join(news, 'browser', 'service-worker.ts')),
])

mkdirSync(join(folder, 'generated'), { recursive: true })
writeFileSync(
  join(folder, 'generated', 'assets.ts'),
  [
    '// Written by bin/build-checkout-assets.ts.',
    `export const CSS = ${JSON.stringify(css)}`,
    `export const CSS_HASH = '${digest(css, 'base64')}'`,
    `export const SCRIPT = ${JSON.stringify(script)}`,
    `export const SCRIPT_VERSION = '${digest(script, 'hex').slice(0, 12)}'`,
    '',
  ].join('\n'),
)
mkdirSync(join(news, 'generated'), { recursive: true })
writeFileSync(
  join(news, 'generated', 'service-worker.ts'),
  ['// Written by bin/build-checkout-assets.ts.', `export const SERVICE_WORKER = ${JSON.stringify(serviceWorker)}`, ''].join('\n'),
)
console.log(`payment page: ${css.length} bytes of CSS, ${script.length} bytes of script`)

async function buildCss(path: string): Promise<string> {
  const result = await postcss([tailwind({ base: root, optimize: { minify: true } })]).process(readFileSync(path, 'utf8'), { from: path })
  return result.css.trim()
}

async function buildScript(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: OLDEST_BROWSERS,
    legalComments: 'none',
  })
  return outputFiles[0]?.text.trim() ?? ''
}

function digest(text: string, encoding: 'base64' | 'hex'): string {
  return createHash('sha256').update(text).digest(encoding)
}
