import { setTimeout as sleep } from 'node:timers/promises'
import { imbalance, silentChanges } from './balance.ts'
import { Book, keepOrdering } from './load.ts'
import { becomes, childrenOf } from './processes.ts'
import { spread } from './promises.ts'
import type { Scenario } from './scenario.ts'

const KEPT = 'kill -9 of one serving process: every acknowledged order is there with its data, every acknowledged payment is paid'
const GOES_ON = 'the others go on selling within 2 s, and the server does not end'
const REPLACED = 'another process takes its place'
const HONEST = 'who is answered is answered as it should be'
const ANNOUNCED = 'after the killed processes every change of an order has its job'
const BALANCED = 'after the killed processes the books balance'

const PROCESSES = 2
const GOES_ON_MS = 2_000

/** The load goes on all the time: what is lost is what the killed process was about to answer. */
export const killProcess: Scenario = {
  name: 'kill-process',
  rounds: { full: 30, quick: 2 },
  env: { PROCESSES: String(PROCESSES) },
  async run({ world, rounds, random, promises, makeLink, progress }) {
    const slugs = (await Promise.all([null, null, 2_000].map(makeLink))).map(({ slug }) => slug)
    const book = new Book()
    const pauses: number[] = []
    const returns: number[] = []
    const server = await world.server('A')
    const serving = () => childrenOf(server.pid, 'serve-pages.ts')
    const end = new AbortController()
    const load = keepOrdering({ url: server.url, slugs, customers: 12, random, book, signal: end.signal })
    try {
      for (let round = 0; round < rounds; round++) {
        await becomes(() => serving().length === PROCESSES, { within: 40_000, what: 'every serving process', running: server })
        // Whoever dies young is replaced after a pause, which is not what is looked at here.
        await sleep(random.between(5_300, 7_500))
        const victim = random.pick(serving())
        process.kill(victim, 'SIGKILL')
        const diedAt = Date.now()
        await becomes(() => book.lastPlacedAt > diedAt, { within: 30_000, what: 'an order after the kill', running: server })
        const pause = Date.now() - diedAt
        pauses.push(pause)
        promises.look(GOES_ON, pause <= GOES_ON_MS ? null : `${pause} ms`)
        await becomes(() => serving().length === PROCESSES && !serving().includes(victim), { within: 40_000, what: 'a new serving process', running: server })
        returns.push(Date.now() - diedAt)
        promises.look(REPLACED, null)
        progress(round + 1)
      }
    } finally {
      end.abort()
      await load
    }
    promises.look(KEPT, (await book.missing(world)).join('; ') || null)
    promises.look(HONEST, book.strange.join('; ') || null)
    promises.look(ANNOUNCED, await silentChanges(world))
    promises.look(BALANCED, await imbalance(world))
    const paid = book.acknowledged.filter((entry) => entry.paid).length
    promises.note(KEPT, `${book.acknowledged.length} orders, ${paid} payments acknowledged; ${book.unanswered} requests were cut off`)
    promises.note(GOES_ON, spread(pauses))
    promises.note(REPLACED, spread(returns))
  },
}
