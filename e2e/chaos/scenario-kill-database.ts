import { setTimeout as sleep } from 'node:timers/promises'
import { imbalance, silentChanges } from './balance.ts'
import { Book, keepOrdering } from './load.ts'
import { becomes, childrenOf, healthOf } from './processes.ts'
import { spread } from './promises.ts'
import type { Scenario } from './scenario.ts'

const KEPT = 'kill -9 of PostgreSQL: every acknowledged order is there with its data, every acknowledged payment is paid'
const BACK = 'the running server brings it back and reconnects: healthy, and selling again'
const HONEST = 'meanwhile customers get an answer or a kind 503, no error and no hanging'
const ANNOUNCED = 'after the killed databases every change of an order has its job'
const BALANCED = 'after the killed databases the books balance'

export const killDatabase: Scenario = {
  name: 'kill-database',
  rounds: { full: 20, quick: 1 },
  async run({ world, rounds, random, promises, makeLink, progress }) {
    const slugs = (await Promise.all([null, null, 2_000].map(makeLink))).map(({ slug }) => slug)
    const book = new Book()
    const healthy: number[] = []
    const selling: number[] = []
    const server = await world.server('A')
    for (let round = 0; round < rounds; round++) {
      const from = book.acknowledged.length
      const end = new AbortController()
      const load = keepOrdering({ url: server.url, slugs, customers: 12, random, book, signal: end.signal })
      await sleep(random.between(300, 1_500))
      const killed = world.databasePid()
      killWithChildren(killed)
      const diedAt = Date.now()
      await becomes(() => world.databasePid() !== killed && world.databasePid() !== 0, { within: 60_000, what: 'a new PostgreSQL', running: server })
      await becomes(async () => (await healthOf(server.url)) === 200, { within: 60_000, what: 'health', running: server })
      healthy.push(Date.now() - diedAt)
      const healthyAt = Date.now()
      await becomes(() => book.lastPlacedAt > healthyAt, { within: 30_000, what: 'an order after the outage', running: server })
      selling.push(Date.now() - diedAt)
      end.abort()
      await load
      promises.look(BACK, server.hasEnded() ? 'the server ended' : null)
      promises.look(KEPT, (await book.missing(world, from)).join('; ') || null)
      promises.look(HONEST, book.strange.splice(0).join('; ') || null)
      progress(round + 1)
    }
    promises.look(KEPT, (await book.missing(world)).join('; ') || null)
    promises.look(ANNOUNCED, await silentChanges(world))
    promises.look(BALANCED, await imbalance(world))
    const paid = book.acknowledged.filter((entry) => entry.paid).length
    promises.note(KEPT, `${book.acknowledged.length} orders, ${paid} payments acknowledged`)
    promises.note(BACK, `healthy again: ${spread(healthy)}; selling again: ${spread(selling)}`)
    promises.note(HONEST, `${book.sorry} kind 503, ${book.unanswered} without an answer`)
  },
}

/** The postmaster first, so that it cannot tell its children; then each of them. */
function killWithChildren(postmaster: number): void {
  for (const pid of [postmaster, ...childrenOf(postmaster)]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It noticed that its postmaster died and left by itself.
    }
  }
}
