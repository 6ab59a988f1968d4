import { randomUUID } from 'node:crypto'
import type { MerchantScope } from '@/lib/shop/scope'
import { compare, medianLatency, type Effort, type Operation } from './compare'
import { fillLinks, LINKS, slugOf } from './fill-database'
import type { Call } from './load'
import { type Row, tableOf } from './report'
import type { World } from './world'

/** `npm run bench -- api`: create, get, list and search through the REST API, with everything that belongs to a real call. */

type ApiBench = {
  world: World
  databaseUrl: string
  /** The shop with {@link LINKS} links. */
  scope: MerchantScope
  /** Makes another shop. */
  openShop: () => Promise<MerchantScope>
  effort: Effort
  /** Measures what has this in its name, and not the big shop. */
  only: string | undefined
}

/** Of the bare Next route; see docs/decisions/api.md. */
const GOALS: Record<string, number> = { 'api: create': 0.6, 'api: get': 0.6 }

const BIG = 1_000_000
const SMALL = 1_000

export async function benchApi({ world, databaseUrl, scope, openShop, effort, only }: ApiBench): Promise<void> {
  const { makeApiKey } = await import('../prisma/testing/api')
  const out = (line: string) => process.stdout.write(`${line}\n`)
  const rows: Row[] = []
  for (const operation of operationsOf(await makeApiKey(scope)).filter(({ name }) => !only || name.includes(only))) rows.push(await compare(operation, world, effort))
  out(`\nRequests a second (p50/p99 ms) at ${effort.clients} clients, ${LINKS.toLocaleString('en')} links; a real key, rate limit, request log; create with an Idempotency-Key`)
  for (const line of tableOf(rows, GOALS)) out(line)
  if (only) return

  out(`\nFilling a shop with ${SMALL.toLocaleString('en')} and one with ${BIG.toLocaleString('en')} links…`)
  const shopWith = async (count: number, name: string) => {
    const shop = await openShop()
    await fillLinks(databaseUrl, { merchantId: shop.merchantId, count, name })
    return await makeApiKey(shop)
  }
  const [small, big] = [await shopWith(SMALL, 'small'), await shopWith(BIG, 'big')]
  const count = effort.rounds * 200
  const latency = async (key: string, path: () => string) =>
    await medianLatency(world.product.url, () => ({ method: 'GET', path: path(), headers: authorization(key) }), { count, expected: 200 })
  const middle = (name: string, links: number) => `${name}-${1 + ((turn++ * 7_919) % links)}`
  await latency(small, () => '/v1/payment-links?limit=50')

  const ofSmall = await latency(small, () => '/v1/payment-links?limit=50')
  const ofBig = await latency(big, () => '/v1/payment-links?limit=50')
  out('\nMiddle time of a request in milliseconds, one client')
  out(verdict('list 50 of 1,000 links', ofSmall))
  out(verdict(`list 50 of 1,000,000 links`, ofBig, { limit: 1.5 * ofSmall, said: "1.5 × the small shop's" }))
  const limit = { limit: 5, said: '5 ms' }
  out(verdict('search 1,000,000 by order ID', await latency(big, () => `/v1/payment-links?search=${middle('BIG', BIG)}`), limit))
  out(verdict('search 1,000,000 by item', await latency(big, () => `/v1/payment-links?search=${ITEMS[turn++ % ITEMS.length]}`), limit))
  out(verdict('search 1,000,000 by a part that one link has', await latency(big, () => `/v1/payment-links?search=${middle('IG', BIG)}`)))
}

const ITEMS = ['kerudung', 'brownies%20panggang', 'sepatu', 'nastar%20toples']

function operationsOf(serverKey: string): Operation[] {
  const headers = authorization(serverKey)
  const get = (path: string): Call => ({ method: 'GET', path, headers })
  const number = () => 1 + ((turn++ * 7_919) % LINKS)
  return [
    { name: 'api: create', expected: 200, product: () => createCall(headers), bare: () => ({ method: 'POST', path: '/create', body: '{}' }) },
    {
      name: 'api: get', expected: 200,
      product: () => get(`/v1/payment-links/BENCH-${number()}`),
      bare: () => ({ method: 'GET', path: `/get/${slugOf(number())}` }),
    },
    { name: 'api: list 50', expected: 200, product: () => get('/v1/payment-links?limit=50'), bare: () => ({ method: 'GET', path: '/list' }) },
    { name: 'api: search', expected: 200, product: () => get(`/v1/payment-links?search=BENCH-${number()}`) },
  ]
}

let turn = 0

function createCall(headers: Record<string, string>): Call {
  const id = randomUUID()
  return {
    method: 'POST',
    path: '/v1/payment-links',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': id },
    body: JSON.stringify({
      transaction_details: { order_id: `API-${id}`, gross_amount: 85_000, payment_link_id: `api-${id}` },
      usage_limit: 1,
      item_details: [{ id: 'krd-1', name: 'Kerudung voal motif', price: 85_000, quantity: 1 }],
    }),
  }
}

const authorization = (serverKey: string) => ({ authorization: `Basic ${Buffer.from(`${serverKey}:`).toString('base64')}`, accept: 'application/json' })

function verdict(name: string, ms: number, goal?: { limit: number; said: string }): string {
  const told = goal ? `goal ≤ ${goal.said}: ${ms <= goal.limit ? 'reached' : 'MISSED'}` : ''
  return `${name.padEnd(48)}${ms.toFixed(2).padStart(8)}  ${told}`
}
