import pg from 'pg'
import { fillScaleShop } from '../prisma/scale/fill-scale-shop'
import { sizesOf } from '../prisma/scale/seed-scale'
import { latencies, percentile } from './compare'
import { explain, sentBy, type Plan } from './explain'
import type { Call } from './load'
import type { Question, ScaleShop } from './scale-questions'

/**
 * `npm run bench -- scale`: what a seller asks of a shop with 1,000 links and 3,000 orders, and of one with a million and
 * three million in the same database. `-- --links 100000 --orders 300000` sizes the large one, `-- --explain` prints every plan.
 * @returns whether every goal was reached
 */

type ScaleBench = {
  /** Starts the product, once there is something to ask; says where. */
  start: () => Promise<string>
  databaseUrl: string
  openShop: () => Promise<{ userId: string; scope: ScaleShop['scope'] }>
  quick: boolean
  only: string | undefined
  args: readonly string[]
}

const SMALL = { links: 1_000, orders: 3_000 }
const BIG = { links: 1_000_000, orders: 3_000_000 }
const GOAL = { ratio: 1.5, p95: 300 }
/** What PostgreSQL answers faster than this is no reason for a ratio. */
const NOISE_MS = 2

export async function benchScale({ start, databaseUrl, openShop, quick, only, args }: ScaleBench): Promise<boolean> {
  const out = (line: string) => process.stdout.write(`${line}\n`)
  const { makeSession } = await import('../prisma/testing/session')
  const { actionIds } = await import('../prisma/testing/server-actions')
  const shopOf = async (prefix: string, sizes: typeof SMALL) => {
    out(`Filling a shop with ${sizes.links.toLocaleString('en')} links and ${sizes.orders.toLocaleString('en')} orders…`)
    const { userId, scope } = await openShop()
    await fillScaleShop(databaseUrl, { merchantId: scope.merchantId, userId, prefix, sizes, at: new Date(), report: (step, seconds) => out(`  ${step}: ${seconds.toFixed(1)} s`) })
    return { cookie: (await makeSession(userId)).header, shop: await lookAt(databaseUrl, { scope, prefix, links: sizes.links }) }
  }
  const [small, big] = [await shopOf('kecil', SMALL), await shopOf('besar', sizesOf(args) ?? BIG)]
  // What the worker would count event by event.
  const { rebuildRollup } = await import('@/lib/rollup/roll-up-orders')
  await rebuildRollup()

  const { QUESTIONS } = await import('./scale-questions')
  const url = await start()
  const ids = actionIds()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  let missed = 0
  try {
    out(`\nMilliseconds of a request, one client                   small p50/p95     big p50/p95   ratio  in PostgreSQL  indexes`)
    for (const question of QUESTIONS.filter(({ name }) => !only || name.includes(only))) {
      // Of a part that this build does not have.
      if (!ids.has(question.action)) {
        out(`${question.name.padEnd(52)}  skipped: there is no ${question.action}`)
        continue
      }
      const call = ({ cookie, shop }: typeof small): Call => ({
        method: 'POST', path: question.path, body: JSON.stringify([question.input(shop)]),
        headers: { cookie, origin: url, 'next-action': ids.get(question.action) ?? '', 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' },
      })
      for (const each of [small, big]) await requireAnswer(url, call(each), question.name)
      const times = { small: [] as number[], big: [] as number[] }
      // In turn, so that a slow moment of the machine hits both.
      for (let round = 0; round < (quick ? 2 : 6); round++) {
        times.small.push(...(await latencies(url, () => call(small), { count: 20, expected: 200 })))
        times.big.push(...(await latencies(url, () => call(big), { count: 20, expected: 200 })))
      }
      const plans = await plansOf(client, question, big.shop)
      const { line, reached } = verdictOn(question.name, times, plans)
      out(line)
      if (args.includes('--explain') || plans.some(({ scans }) => scans.length > 0)) for (const { plan } of plans) out(plan.replaceAll(/^/gm, '      '))
      if (!reached) missed++
    }
  } finally {
    await client.end()
  }
  out(missed === 0 ? '\nEvery goal was reached.' : `\n${missed} goals were MISSED.`)
  return missed === 0
}

function verdictOn(name: string, times: { small: number[]; big: number[] }, plans: readonly Plan[]): { line: string; reached: boolean } {
  const [small, big] = [times.small, times.big].map((each) => each.toSorted((a, b) => a - b))
  const of = (sorted: readonly number[] | undefined, percent: number) => percentile(sorted ?? [], percent)
  const ratio = of(big, 50) / of(small, 50)
  const scans = plans.flatMap((plan) => plan.scans)
  const ms = plans.reduce((sum, plan) => sum + plan.ms, 0)
  // A difference that PostgreSQL has no part in is the machine's.
  const slow = (ratio > GOAL.ratio && ms > NOISE_MS) || of(big, 95) >= GOAL.p95
  const said = [slow ? 'MISSED' : '', scans.length > 0 ? `MISSED: reads all of ${scans.join(', ')}` : ''].filter(Boolean).join(' ')
  const pair = (sorted: readonly number[] | undefined) => `${of(sorted, 50).toFixed(1)}/${of(sorted, 95).toFixed(1)}`
  const indexes = [...new Set(plans.flatMap((plan) => plan.indexes))].join(' ')
  return { reached: said === '', line: `${name.padEnd(52)}${pair(small).padStart(17)}${pair(big).padStart(16)}${ratio.toFixed(2).padStart(8)}${ms.toFixed(1).padStart(15)}  ${indexes} ${said}` }
}

async function plansOf(client: pg.Client, { ask }: Question, shop: ScaleShop): Promise<Plan[]> {
  const plans: Plan[] = []
  for (const sent of await sentBy(() => ask(shop, new Date()))) plans.push(await explain(client, sent))
  return plans
}

/** An action that fails also answers with 200. */
async function requireAnswer(url: string, { path, headers, body }: Call, name: string): Promise<void> {
  const answer = await (await fetch(url + path, { method: 'POST', ...(headers && { headers }), ...(body && { body }) })).text()
  if (!answer.includes('"ok":true')) throw new Error(`${name}: ${answer.slice(0, 500)}`)
}

const PAGE = 50

export async function lookAt(databaseUrl: string, known: Pick<ScaleShop, 'scope' | 'prefix' | 'links'>): Promise<ScaleShop> {
  const { encodeCursor } = await import('@/lib/platform/cursor')
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const merchantId = known.scope.merchantId
    const far = async (table: 'links' | 'orders') => {
      const { rows: [counted] } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table} WHERE merchant_id = $1`, [merchantId])
      const before = Math.min(9_999 * PAGE, Math.max(0, (counted?.count ?? 0) - PAGE)) - 1
      const { rows: [row] } = await client.query<{ id: string; createdAt: Date }>(
        `SELECT id, created_at AS "createdAt" FROM ${table} WHERE merchant_id = $1 AND mode = 'test' ORDER BY created_at DESC, id DESC OFFSET $2 LIMIT 1`, [merchantId, Math.max(0, before)])
      return row ? encodeCursor(row) : ''
    }
    const linkOf = async (number: number) => (await client.query<{ id: string }>('SELECT id FROM links WHERE slug = $1', [`${known.prefix}-${number}`])).rows[0]?.id ?? ''
    const { rows: [order] } = await client.query<{ orderId: string; phone: string }>(
      `SELECT order_id AS "orderId", customer_phone AS phone FROM orders WHERE merchant_id = $1 AND mode = 'test' ORDER BY created_at OFFSET 1500 LIMIT 1`, [merchantId])
    return {
      ...known, farLink: await far('links'), farOrder: await far('orders'), ordinary: await linkOf(Math.floor(known.links / 2) + 3), busiest: await linkOf(1),
      orderId: order?.orderId ?? '', phone: order?.phone ?? '',
    }
  } finally {
    await client.end()
  }
}
