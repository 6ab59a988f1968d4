import type { RequestListener } from 'node:http'
import { dirname } from 'node:path'
import type { Settings } from '../lib/platform/env.ts'
import { endRegistered } from '../lib/platform/on-shutdown.ts'
import { settleClientAddress } from './client-address.ts'
import { openDatabase } from './database.ts'
import { HttpServer } from './http-server.ts'
import { isReadableAddress } from './readable-address.ts'
import { reportFailure } from './report-failure.ts'
import { loadSettings, publishSettings } from './settings.ts'

const PATIENCE_IN_MS = 10_000
const root = dirname(import.meta.dirname)
const dev = process.argv.includes('--dev')
const cleanups: (() => Promise<void>)[] = []

process.chdir(root)
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })

const started = start().catch(async (error: unknown) => {
  reportFailure(error)
  await stop(1)
})

let stopping: Promise<never> | undefined
let askedAt: number | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => requestStop())
// The launcher in front of us is gone without a word, for example by kill -9.
process.on('disconnect', () => requestStop())

async function start(): Promise<void> {
  const given = loadSettings()
  let ready: (handler: RequestListener) => void = () => undefined
  const handler = new Promise<RequestListener>((resolve) => (ready = resolve))
  const http = new HttpServer((request, response) => {
    settleClientAddress(request, given.TRUST_PROXY)
    if (!isReadableAddress(request.url)) return void response.writeHead(400).end()
    // Not in next.config.js: what stands there is fixed when the product is built, before APP_URL is known.
    if (given.APP_URL.startsWith('https://')) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
    // Who comes before we are ready waits a moment instead of being turned away.
    void handler.then((handle) => handle(request, response))
  })
  const port = await http.listen(given.HOST, given.PORT)
  cleanups.unshift(() => http.close(PATIENCE_IN_MS))
  const settings = { ...given, PORT: port, APP_URL: given.APP_URL.replace(/:0$/, `:${port}`) }

  const nextModule = import('next')
  const database = await openDatabase(settings)
  cleanups.push(() => endRegistered(3_000), () => database.stop())
  publishSettings({ ...settings, DATABASE_URL: database.databaseUrl })

  const { default: next } = await nextModule
  const app = next({ dev, dir: root, hostname: settings.HOST, port, httpServer: http.server })
  await app.prepare()
  cleanups.splice(1, 0, () => app.close())
  const handle = app.getRequestHandler()
  ready((request, response) => void handle(request, response))
  keepServingAfterErrors()
  await announce(settings)
}

async function announce({ HOST, PORT, APP_URL }: Settings): Promise<void> {
  const host = HOST === '0.0.0.0' ? '127.0.0.1' : HOST === '::' ? '[::1]' : HOST.includes(':') ? `[${HOST}]` : HOST
  const { status } = await fetch(`http://${host}:${PORT}/api/health`)
  if (status !== 200) console.error(`The database does not answer yet (health check says ${status}).`)
  console.log(`\n  Tautan is ready: ${APP_URL}\n  Stop it with Ctrl-C.\n`)
}

// One failed background task must not take every customer's page down.
function keepServingAfterErrors(): void {
  process.on('uncaughtException', (error) => console.error(error))
  process.on('unhandledRejection', (error) => console.error(error))
}

// npm, the launcher and the terminal may each send the same signal at the same moment; a second wish comes later.
function requestStop(): void {
  askedAt ??= Date.now()
  if (Date.now() - askedAt > 1_000) process.exit(130)
  stopping ??= started.then(() => stop(0))
}

async function stop(code: number): Promise<never> {
  for (const cleanup of cleanups) await cleanup().catch(reportFailure)
  process.exit(code)
}
