import { randomBytes, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { applyMigrations } from '../prisma/migrate'
import { fillDatabase, LINKS, slugOf } from './fill-database'
import { measure, median, medianRatio, type Call, type Measured } from './load'
import { startServer, type Server } from './processes'
import { printReport, type Row } from './report'

/**
 * `npm run bench`: the product's production build beside a bare Next app and a bare `node:http`
 * server, on one PostgreSQL with 100,000 links, in one run and in turn, so that the machine's moods
 * hit all three. The product runs in as many processes as it does by itself, the bare ones as people run them: in one. `-- --quick` takes less time and more noise, `-- --only list` one operation.
 */
const quick = process.argv.includes('--quick')
const only = process.argv[process.argv.indexOf('--only') + 1 || Infinity]
const SECONDS = quick ? 2 : 4
const ROUNDS = quick ? 1 : 3
const CLIENTS = 8

const owner = process.env['DATABASE_URL'] ?? ''
const name = `bench_${randomBytes(4).toString('hex')}`
const databaseUrl = Object.assign(new URL(owner), { pathname: `/${name}` }).href
await asOwner(`CREATE DATABASE ${name}`)
const servers: Server[] = []
try {
  await applyMigrations({ databaseUrl })
  process.env['DATABASE_URL'] = databaseUrl
  await bench()
} finally {
  for (const server of servers) await server.stop()
  const { closeDatabase } = await import('@/lib/database/client')
  await closeDatabase()
  await asOwner(`DROP DATABASE ${name} WITH (FORCE)`)
}

async function bench(): Promise<void> {
  const { makeAccount } = await import('../prisma/account')
  const { makeSession } = await import('../prisma/testing/session')
  const { actionIds } = await import('../prisma/testing/server-actions')
  const { newFormToken } = await import('@/lib/checkout/form-token')
  const { readableId } = await import('@/lib/platform/ids')
  const { prisma } = await import('@/lib/database/client')

  process.stdout.write(`Filling a database with ${LINKS.toLocaleString('en')} links…\n`)
  const { scope, userId } = await makeAccount({ email: `${readableId(8)}@example.com`, password: randomUUID(), shopName: 'Toko Bench' })
  await fillDatabase(databaseUrl, scope.merchantId)
  const cookie = (await makeSession(userId)).header
  const sample = await prisma.link.findMany({ where: { slug: { in: Array.from({ length: 2_000 }, (_, i) => slugOf(1 + i * 50)) } }, select: { id: true, slug: true } })

  process.stdout.write('Building the bare Next app…\n')
  const bare = join(import.meta.dirname, 'bare-next')
  const nextBin = join(import.meta.dirname, '..', 'node_modules', 'next', 'dist', 'bin', 'next')
  execFileSync(process.execPath, [nextBin, 'build', bare], { env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }, stdio: ['ignore', 'ignore', 'inherit'] })

  const env = { DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn', HOST: '127.0.0.1' }
  const productPort = 4310
  const coldStarts: number[] = []
  const startProduct = async () => {
    const server = await startServer([join(import.meta.dirname, '..', 'bin', 'serve.ts')], {
      port: productPort, path: '/api/health', env: { ...env, APP_URL: `http://127.0.0.1:${productPort}` },
    })
    coldStarts.push(server.coldStartMs)
    return server
  }
  for (let start = 0; start < 2; start++) await (await startProduct()).stop()
  const product = await startProduct()
  servers.push(product)
  const bareNext = await startServer([nextBin, 'start', bare, '--port', '4311', '--hostname', '127.0.0.1'], { port: 4311, path: `/p/${slugOf(1)}`, env })
  servers.push(bareNext)
  const bareNode = await startServer(['--import', 'tsx', join(import.meta.dirname, 'bare-node.ts')], { port: 4312, path: `/p/${slugOf(1)}`, env })
  servers.push(bareNode)

  let turn = 0
  const pick = () => sample[turn++ % sample.length] ?? { id: '', slug: '' }
  const origin = product.url
  const ids = actionIds()
  const action = (exported: string, path: string, input: unknown): Call => ({
    method: 'POST',
    path,
    headers: { cookie, origin, 'next-action': ids.get(exported) ?? '', 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' },
    body: JSON.stringify([input]),
  })
  const form = 'application/x-www-form-urlencoded'
  const bareOrder = (): Call => ({ method: 'POST', path: '/order', headers: { 'content-type': form }, body: `slug=${pick().slug}` })
  const placeOrder = (): Call => {
    const { id, slug } = pick()
    const fields = { form: newFormToken(id), amount: '85000', method: 'bca_va', name: 'Sari Wulandari', phone: '081234567890', email: 'sari@example.com' }
    return { method: 'POST', path: `/p/${slug}`, headers: { origin, 'content-type': form }, body: new URLSearchParams(fields).toString() }
  }
  const createLink = (): Call =>
    action('createLinkAction', '/links/new', {
      submissionId: randomUUID(), orderId: `NEW-${readableId(12)}`, slug: readableId(14), usageLimit: '1',
      items: [{ name: 'Kerudung voal motif', price: '85.000', quantity: 1 }],
      title: '', description: '', startsAt: '', expiry: { kind: 'never' }, customer: null, paymentMethods: [],
    })

  type Operation = { name: string; expected: number; product: () => Call; bare?: () => Call }
  const operations: Operation[] = [
    { name: 'open the payment page', expected: 200, product: () => ({ method: 'GET', path: `/p/${pick().slug}` }), bare: () => ({ method: 'GET', path: `/p/${pick().slug}` }) },
    { name: 'create a link', expected: 200, product: createLink, bare: () => ({ method: 'POST', path: '/create', body: '{}' }) },
    { name: 'place an order', expected: 303, product: placeOrder, bare: bareOrder },
    { name: 'list 50', expected: 200, product: () => action('listLinksAction', '/links', {}), bare: () => ({ method: 'GET', path: '/list' }) },
    { name: 'search', expected: 200, product: () => action('listLinksAction', '/links', { q: `bench-${1 + ((turn++ * 7_919) % LINKS)}` }) },
  ]

  const rows: Row[] = []
  for (const operation of operations.filter(({ name }) => !only || name.includes(only))) {
    const rounds: Record<'product' | 'next' | 'node', Measured[]> = { product: [], next: [], node: [] }
    const options = { seconds: SECONDS, clients: CLIENTS, expected: operation.expected }
    // A round that does not count, so that everybody's code is compiled by then.
    const warming = { ...options, seconds: 2 * SECONDS }
    await measure(product.url, operation.product, warming)
    if (operation.bare) {
      await measure(bareNext.url, operation.bare, warming)
      await measure(bareNode.url, operation.bare, warming)
    }
    const cpu = { seconds: 0, done: 0 }
    for (let round = 0; round < ROUNDS; round++) {
      const before = product.usage().cpuSeconds
      const measured = await measure(product.url, operation.product, options)
      cpu.seconds += product.usage().cpuSeconds - before
      cpu.done += measured.done
      rounds.product.push(measured)
      if (!operation.bare) continue
      rounds.next.push(await measure(bareNext.url, operation.bare, options))
      rounds.node.push(await measure(bareNode.url, operation.bare, options))
    }
    rows.push({
      name: operation.name,
      product: median(rounds.product),
      cpuMs: (1_000 * cpu.seconds) / cpu.done,
      ...(operation.bare && { next: median(rounds.next), node: median(rounds.node), ratio: medianRatio(rounds.product, rounds.next) }),
    })
    process.stdout.write(`  measured: ${operation.name}\n`)
  }

  const crowd = await measure(product.url, placeOrder, { seconds: SECONDS, clients: 32, expected: 303 })
  const page = await fetch(`${product.url}/p/${slugOf(7)}`)
  const script = await fetch(`${product.url}/pay.js`)
  const weigh = async (response: Response) => gzipSync(Buffer.from(await response.arrayBuffer())).length
  printReport({
    rows,
    crowd,
    coldStartMs: coldStarts.toSorted((a, b) => a - b)[1] ?? 0,
    usage: { product: product.usage(), next: bareNext.usage(), node: bareNode.usage() },
    weight: { page: await weigh(page), script: await weigh(script) },
  })
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
