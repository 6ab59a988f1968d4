import pg from 'pg'
import { fillScaleShop } from '../prisma/scale/fill-scale-shop'
import { sizesOf } from '../prisma/scale/seed-scale'
import { latencies, percentile } from './compare'
import { explain, sentBy, type Plan } from './explain'
import type { Call } from './load'
import type { Question, ScaleShop } from './scale-questions'
import { findFilled, lookAt } from './scale-shops'
import { isUneven, judge } from './scale-verdict'

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

export async function benchScale({ start, databaseUrl, openShop, quick, only, args }: ScaleBench): Promise<boolean> {
  const out = (line: string) => process.stdout.write(`${line}\n`)
  const { makeSession } = await import('../prisma/testing/session')
  const { actionIds } = await import('../prisma/testing/server-actions')
  const { mintScope } = await import('@/lib/shop/scope')
  const shopOf = async (prefix: string, sizes: typeof SMALL) => {
    const known = await findFilled(databaseUrl, prefix)
    if (!known) {
      out(`Filling a shop with ${sizes.links.toLocaleString('en')} links and ${sizes.orders.toLocaleString('en')} orders…`)
      const { userId, scope } = await openShop()
      await fillScaleShop(databaseUrl, { merchantId: scope.merchantId, userId, prefix, sizes, at: new Date(), report: (step, seconds) => out(`  ${step}: ${seconds.toFixed(1)} s`) })
    }
    const { userId, merchantId } = known ?? (await findFilled(databaseUrl, prefix)) ?? { userId: '', merchantId: '' }
    const scope = mintScope({ merchantId, mode: 'test', userId })
    return { isNew: !known, cookie: (await makeSession(userId)).header, shop: await lookAt(databaseUrl, { scope, prefix, links: sizes.links }) }
  }
  const [small, big] = [await shopOf('kecil', SMALL), await shopOf('besar', sizesOf(args) ?? BIG)]
  // What the worker would count event by event.
  const { rebuildRollup } = await import('@/lib/rollup/roll-up-orders')
  if (small.isNew || big.isNew) await rebuildRollup()

  const { QUESTIONS } = await import('./scale-questions')
  const url = await start()
  const ids = actionIds()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  let missed = 0
  try {
    out(`\nMilliseconds of a request, one client                   small p50/p95     big p50/p95   ratio   rows  in PostgreSQL  indexes`)
    for (const question of QUESTIONS.filter(({ name }) => !only || name.includes(only))) {
      // Of a part that this build does not have.
      if (!ids.has(question.action)) {
        out(`${question.name.padEnd(52)}  skipped: there is no ${question.action}`)
        continue
      }
      const callOf = ({ cookie, shop }: typeof small, input = question.input(shop)): Call => ({
        method: 'POST', path: question.path, body: JSON.stringify([input]),
        headers: { cookie, origin: url, 'next-action': ids.get(question.action) ?? '', 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' },
      })
      const rows = { small: await rowsOf(question, small.shop), big: await rowsOf(question, big.shop) }
      const calls = { small: callOf(small), big: callOf(big), ...(isUneven(rows) && { fullPage: callOf(small, question.fullPage) }) }
      for (const call of Object.values(calls)) await requireAnswer(url, call, question.name)
      const sorted = await inTurn(url, calls, quick ? 4 : 12)
      const plans = await plansOf(client, question, big.shop)
      const verdict = judge({
        small: percentile(sorted.small, 50), big: percentile(sorted.big, 50), bigP95: percentile(sorted.big, 95), inDatabase: plans.reduce((sum, { ms }) => sum + ms, 0),
        rows, ...(sorted.fullPage && { fullPage: percentile(sorted.fullPage, 50) }), scans: plans.flatMap(({ scans }) => scans),
      })
      const pair = (own: readonly number[]) => `${percentile(own, 50).toFixed(1)}/${percentile(own, 95).toFixed(1)}`
      out([
        question.name.padEnd(52), pair(sorted.small).padStart(17), pair(sorted.big).padStart(16), verdict.ratio.padStart(8), `${rows.small ?? ''}/${rows.big ?? ''}`.padStart(7),
        plans.reduce((sum, { ms }) => sum + ms, 0).toFixed(1).padStart(15), `  ${[...new Set(plans.flatMap(({ indexes }) => indexes))].join(' ')} ${verdict.said}`,
      ].join(''))
      if (args.includes('--explain') || plans.some(({ scans }) => scans.length > 0)) for (const { plan } of plans) out(plan.replaceAll(/^/gm, '      '))
      if (!verdict.reached) missed++
    }
  } finally {
    await client.end()
  }
  out(missed === 0 ? '\nEvery goal was reached.' : `\n${missed} goals were MISSED.`)
  return missed === 0
}

type Compared<Value> = { small: Value; big: Value; fullPage?: Value }

/** A few requests of each in turn, so that a slow moment of the machine hits all: their times in milliseconds, the fastest first. */
async function inTurn(url: string, calls: Compared<Call>, rounds: number): Promise<Compared<number[]>> {
  const times: Compared<number[]> = { small: [], big: [] }
  for (let round = 0; round < rounds; round++) {
    for (const name of ['small', 'big', 'fullPage'] as const) {
      const call = calls[name]
      if (call) times[name] = [...(times[name] ?? []), ...(await latencies(url, () => call, { count: 10, expected: 200 }))].toSorted((one, other) => one - other)
    }
  }
  return times
}

async function plansOf(client: pg.Client, { ask }: Question, shop: ScaleShop): Promise<Plan[]> {
  const plans: Plan[] = []
  for (const sent of await sentBy(() => ask(shop, new Date()))) plans.push(await explain(client, sent))
  return plans
}

/** Of a list: how many rows it answers with. */
async function rowsOf({ ask }: Question, shop: ScaleShop): Promise<number | null> {
  const answer = await ask(shop, new Date())
  const rows = typeof answer === 'object' && answer !== null ? ('links' in answer ? answer.links : 'orders' in answer ? answer.orders : null) : null
  return Array.isArray(rows) ? rows.length : null
}

/** An action that fails also answers with 200. */
async function requireAnswer(url: string, { path, headers, body }: Call, name: string): Promise<void> {
  const answer = await (await fetch(url + path, { method: 'POST', ...(headers && { headers }), ...(body && { body }) })).text()
  if (!answer.includes('"ok":true')) throw new Error(`${name}: ${answer.slice(0, 500)}`)
}
