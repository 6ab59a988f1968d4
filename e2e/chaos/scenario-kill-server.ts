import { setTimeout as sleep } from 'node:timers/promises'
import { imbalance, silentChanges } from './balance.ts'
import { Book, keepOrdering } from './load.ts'
import { spread } from './promises.ts'
import type { Scenario } from './scenario.ts'

const KEPT = 'kill -9 of the server: every acknowledged order is there with its data, every acknowledged payment is paid'
const STARTS = 'it starts again on the same database'
const HONEST = 'until it dies it answers as it should'
const ANNOUNCED = 'after the killed servers every change of an order has its job'
const BALANCED = 'after the killed servers the books balance'

export const killServer: Scenario = {
  name: 'kill-server',
  rounds: { full: 50, quick: 2 },
  async run({ world, rounds, random, promises, makeLink, progress }) {
    const slugs = (await Promise.all([null, null, 2_000].map(makeLink))).map(({ slug }) => slug)
    const book = new Book()
    const starts: number[] = []
    let server = await world.server('A')
    for (let round = 0; round < rounds; round++) {
      const from = book.acknowledged.length
      const end = new AbortController()
      const load = keepOrdering({ url: server.url, slugs, customers: 12, random, book, signal: end.signal })
      await sleep(random.between(300, 2_500))
      await server.kill()
      end.abort()
      await load
      const diedAt = Date.now()
      server = await world.server('A')
      starts.push(Date.now() - diedAt)
      promises.look(STARTS, null)
      promises.look(KEPT, (await book.missing(world, from)).join('; ') || null)
      promises.look(HONEST, book.strange.splice(0).join('; ') || null)
      progress(round + 1)
    }
    promises.look(KEPT, (await book.missing(world)).join('; ') || null)
    promises.look(ANNOUNCED, await silentChanges(world))
    promises.look(BALANCED, await imbalance(world))
    const paid = book.acknowledged.filter((entry) => entry.paid).length
    promises.note(KEPT, `${book.acknowledged.length} orders, ${paid} payments acknowledged; ${book.unanswered} requests were cut off`)
    promises.note(STARTS, spread(starts))
  },
}
