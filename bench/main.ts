import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { applyMigrations } from '../prisma/migrate'
import type { Effort } from './compare'
import { fillDatabase, LINKS, slugOf } from './fill-database'
import { PORTS, startProductAlone, startWorld } from './world'

/**
 * `npm run bench`: the product's production build beside a bare Next app and a bare `node:http`
 * server, on one PostgreSQL with 100,000 links, in one run; the product and Next in turn, so that the machine's moods
 * hit both. The product runs in as many processes as it does by itself, the bare ones as people
 * run them: in one. `-- api` measures the REST API instead, `-- scale` lists of a thousand and of a million, `-- lighthouse`
 * the pages; `-- --quick` takes less time and more noise, `-- --only list` one operation.
 */
const [suite] = process.argv.slice(2).filter((argument) => ['api', 'scale', 'lighthouse'].includes(argument))
const only = process.argv[process.argv.indexOf('--only') + 1 || Infinity]
const effort: Effort = process.argv.includes('--quick') ? { seconds: 2, rounds: 1, clients: 8 } : { seconds: 4, rounds: 3, clients: 8 }

const owner = process.env['DATABASE_URL'] ?? ''
// Ten minutes of filling are not thrown away where somebody looks for what is slow.
const isKept = suite === 'scale' && process.argv.includes('--keep')
const name = isKept ? 'bench_scale' : `bench_${randomBytes(4).toString('hex')}`
const databaseUrl = Object.assign(new URL(owner), { pathname: `/${name}` }).href
if (!isKept || !(await exists(name))) await asOwner(`CREATE DATABASE ${name}`)
let running: { stop(): Promise<void> } | undefined
try {
  await applyMigrations({ databaseUrl })
  process.env['DATABASE_URL'] = databaseUrl
  await bench()
} finally {
  await running?.stop()
  const { closeDatabase } = await import('@/lib/database/client')
  await closeDatabase()
  if (!isKept) await asOwner(`DROP DATABASE ${name} WITH (FORCE)`)
}

async function bench(): Promise<void> {
  const { makeAccount } = await import('../prisma/account')
  const { readableId } = await import('@/lib/platform/ids')
  const openShop = async () => await makeAccount({ email: `${readableId(8)}@example.com`, password: randomUUID(), shopName: 'Toko Bench' })

  if (suite === 'scale' || suite === 'lighthouse') {
    const start = async () => {
      const product = await startProductAlone(databaseUrl, suite === 'scale' ? PORTS.product : PORTS.pages)
      running = product
      return product.url
    }
    const reached = suite === 'scale'
      ? await (await import('./scale')).benchScale({ start, databaseUrl, openShop, quick: process.argv.includes('--quick'), only, args: process.argv })
      : await (await import('./lighthouse')).benchPages({ url: await start(), openShop })
    if (!reached) process.exitCode = 1
    return
  }

  process.stdout.write(`Filling a database with ${LINKS.toLocaleString('en')} links…\n`)
  const { scope, userId } = await openShop()
  await fillDatabase(databaseUrl, scope.merchantId)
  // As in a shop that is open for a while: the worker has counted its orders.
  const { rebuildRollup } = await import('@/lib/rollup/roll-up-orders')
  await rebuildRollup()
  const world = await startWorld({ databaseUrl, pathOfBare: `/p/${slugOf(1)}` })
  running = world
  if (suite === 'api') {
    const { benchApi } = await import('./api')
    await benchApi({ world, databaseUrl, scope, openShop: async () => (await openShop()).scope, effort, only })
  } else {
    const { benchShop } = await import('./shop')
    await benchShop({ world, userId, effort, only })
  }
}

async function exists(database: string): Promise<boolean> {
  return (await asOwner(`SELECT FROM pg_database WHERE datname = ${pg.escapeLiteral(database)}`)).rowCount === 1
}

async function asOwner(statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}
