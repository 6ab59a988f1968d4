import { newPerson, openForm, pay, sendOrder } from './customer.ts'
import type { Act, Scenario } from './scenario.ts'
import { imbalance } from './balance.ts'
import type { Server } from './processes.ts'

const CUSTOMERS = 50
const PLACES = 10

const EXACT = `of ${CUSTOMERS} customers on ${PLACES} places exactly ${PLACES} pay`
const TOLD = 'everybody else is told so on the page'
const SOUND = 'no request of a crowd fails'
const BALANCED = 'after the crowds the books balance'

/** 50 customers on 10 places, over two servers on one database. */
export const crowd: Scenario = {
  name: 'crowd',
  rounds: { full: 200, quick: 5 },
  async run(act) {
    const servers = [await act.world.server('A'), await act.world.server('B')]
    for (let round = 0; round < act.rounds; round++) {
      await oneCrowd(act, servers)
      act.progress(round + 1)
    }
    act.promises.look(BALANCED, await imbalance(act.world))
  },
}

async function oneCrowd({ world, random, promises, makeLink }: Act, servers: Server[]): Promise<void> {
  const link = await makeLink(PLACES)
  const customers = Array.from({ length: CUSTOMERS }, (_, number) => ({ person: newPerson(), url: servers[number % servers.length]?.url ?? '' }))
  const forms = await Promise.all(customers.map(async ({ url }) => await openForm(url, link.slug)))
  const outcomes = await Promise.all(
    customers.map(async ({ person, url }, number) => {
      const placed = await sendOrder(url, link.slug, forms[number]?.fields ?? {}, person)
      // The other server hears of the payment, as it would behind a load balancer.
      const paid = placed.status === 303 ? await pay(random.pick(servers).url, placed.location) : null
      return { placed, paid }
    }),
  )

  const statuses = outcomes.flatMap(({ placed, paid }) => [placed.status, ...(paid ? [paid.status] : [])])
  const [row] = await world.query<{ paid: number; used: number; held: number }>(
    `SELECT l.used_count AS used, l.held_count AS held, (SELECT count(*)::int FROM orders WHERE link_id = l.id AND status = 'paid') AS paid FROM links l WHERE l.id = $1`,
    [link.id],
  )
  const isExact = row?.paid === PLACES && row.used === PLACES && row.held === 0
  promises.look(EXACT, isExact ? null : `${link.slug}: ${JSON.stringify(row)}, answers ${tally(statuses)}`)

  const losers = outcomes.filter(({ placed }) => placed.status !== 303).map(({ placed }) => placed)
  const untold = losers.filter(({ status, body }) => !(status === 409 && HELD.test(body)) && !(status === 410 && SOLD_OUT.test(body)))
  promises.look(TOLD, losers.length === CUSTOMERS - PLACES && untold.length === 0 ? null : `${losers.length} losers, not told: ${tally(untold.map(({ status }) => status))}`)
  const failed = [...forms.map(({ status }) => status), ...statuses].filter((status) => status >= 500)
  promises.look(SOUND, failed.length === 0 ? null : tally(failed))
}

/** Every place is being paid for at the moment; or all are paid (Indonesian, the shop's language). */
const HELD = /sedang dibayar|sedang membayar/i
const SOLD_OUT = /habis|terjual/i

export function tally(values: readonly (number | string)[]): string {
  const counts = new Map<number | string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => `${count} × ${value}`).join(', ')
}
