import { request, Agent } from 'node:http'
import { measure, median, medianRatio, type Call, type Measured } from './load'
import type { Row } from './report'
import type { World } from './world'

export type Operation = { name: string; expected: number; product: () => Call; bare?: () => Call }

type Name = 'product' | 'next' | 'node'

/** How many times as long as the others the first round is. */
const WARM_UP = 6

export type Effort = { seconds: number; rounds: number; clients: number }

/**
 * One operation of the product and of the bare Next app in turn, so that the machine's moods hit both; then of the bare
 * `node:http` server, whose thousands of orders a second leave PostgreSQL so much to tidy up that whoever came after it lost a fifth.
 */
export async function compare({ name, expected, product, bare }: Operation, world: World, { seconds, rounds: count, clients }: Effort): Promise<Row> {
  const rounds: Record<Name, Measured[]> = { product: [], next: [], node: [] }
  const cpu = { seconds: 0, done: 0 }
  const turn = async (names: readonly Name[], keep: boolean, seconds: number) => {
    for (const who of names) {
      const call = who === 'product' ? product : bare
      if (!call) continue
      const before = world.product.usage().cpuSeconds
      const measured = await measure(world[who].url, call, { seconds, clients, expected })
      if (!keep) continue
      rounds[who].push(measured)
      if (who !== 'product') continue
      cpu.seconds += world.product.usage().cpuSeconds - before
      cpu.done += measured.done
    }
  }
  for (const names of [['product', 'next'], ['node']] as const) {
    // A round that does not count, so that everybody's code is compiled by then: after eight seconds the product was at two thirds of its speed, after twenty at all of it.
    await turn(names, false, WARM_UP * seconds)
    for (let round = 0; round < count; round++) await turn(names, true, seconds)
  }
  process.stdout.write(`  measured: ${name}\n`)
  return {
    name,
    product: median(rounds.product),
    cpuMs: (1_000 * cpu.seconds) / cpu.done,
    ...(bare && { next: median(rounds.next), node: median(rounds.node), ratio: medianRatio(rounds.product, rounds.next) }),
  }
}

/** How long each of `count` requests takes that one client sends one after the other: the middle one, in milliseconds. */
export async function medianLatency(url: string, next: () => Call, options: { count: number; expected: number }): Promise<number> {
  return percentile(await latencies(url, next, options), 50)
}

/** As {@link medianLatency}, of all: in milliseconds, the fastest first. */
export async function latencies(url: string, next: () => Call, { count, expected }: { count: number; expected: number }): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  for (let n = 0; n < count; n++) {
    const from = performance.now()
    const status = await send(url, next(), agent)
    if (status !== expected) throw new Error(`answered ${status}, not ${expected}`)
    times.push(performance.now() - from)
  }
  agent.destroy()
  return times.toSorted((a, b) => a - b)
}

/** @param sorted the smallest first */
export const percentile = (sorted: readonly number[], percent: number): number => sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN

async function send(url: string, { method, path, headers, body }: Call, agent: Agent): Promise<number> {
  return await new Promise((resolve, reject) => {
    const asked = request(url + path, { method, agent, ...(headers && { headers }) }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
    })
    asked.once('error', reject).end(body)
  })
}
