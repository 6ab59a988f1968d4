import type { ServerResponse } from 'node:http'
import { imbalance } from './balance.ts'
import { order, pay, tokenOf } from './customer.ts'
import { becomes, type Running } from './processes.ts'
import { spread } from './promises.ts'
import { type Receiver, startReceiver } from './receiver.ts'
import type { Act, Scenario } from './scenario.ts'

const REDELIVERY_MS = 90_000

const WAITS = 'without a worker the news waits; with one it goes out'
const HIT = 'the worker was killed at that very moment'
const DELIVERED = 'kill -9 of the worker: every paid order is told at least once'
const IN_TIME = 'and within 90 s of the start of a worker that stays'
const STABLE = 'with one stable webhook-id'
const BALANCED = 'after the killed workers the books balance'

/** A paid order whose news was under way when its worker died, and when the next one started. */
type Victim = { orderId: string; moment: string; restartedAt: number }
type Stage = Act & { server: string; slug: string; receiver: Receiver }
/** `miss`: why the worker died at another moment than the one that was meant. */
type Killed = { orderId: string; miss: string | null }
type Kill = (stage: Stage, worker: Running) => Promise<Killed>

/** A lock can come too late; then the moment is tried again. */
const TRIES = 10

/**
 * kill -9 of `npm run worker` at three moments, `rounds` times each. The moments are held open by
 * locks, not hit by luck: a worker that has claimed a job waits for a table that we keep; one that
 * got its answer cannot mark it. The next worker starts at once, and the next kill does not wait for
 * the redelivery of the one before.
 */
export const killWorker: Scenario = {
  name: 'kill-worker',
  rounds: { full: 30, quick: 1 },
  env: { WORKER: 'off' },
  async run(act) {
    const { world, rounds, promises, progress } = act
    const receiver = await startReceiver()
    try {
      await subscribe(act, receiver.url)
      const stage = { ...act, server: (await world.server('A')).url, slug: (await act.makeLink(null)).slug, receiver }
      const waiting = await placedOrder(stage)
      await payFor(stage, waiting)
      await new Promise((resume) => setTimeout(resume, 2_500))
      const early = receiver.arrivals.length + ((await eventJob(stage, waiting.id, 'settle')) === 'created' ? 0 : 1)
      let worker = world.worker()
      await becomes(() => receiver.arrivals.some(({ orderId }) => orderId === waiting.id), { within: 30_000, what: 'the first news', running: worker })
      promises.look(WAITS, early === 0 ? null : 'it was worked off by nobody we know')

      const victims: Victim[] = []
      for (let round = 0; round < rounds; round++) {
        for (const [moment, kill] of Object.entries(MOMENTS)) {
          let miss: string | null = 'never tried'
          for (let tries = 0; miss !== null && tries < TRIES; tries++) {
            const killed = await kill(stage, worker)
            worker = world.worker()
            miss = killed.miss
            if (miss === null) victims.push({ orderId: killed.orderId, moment, restartedAt: Date.now() })
          }
          promises.look(HIT, miss)
        }
        progress(round + 1)
      }
      await judge(stage, victims)
      promises.look(BALANCED, await imbalance(world))
      await worker.stop()
    } finally {
      await receiver.close()
    }
  },
}

const MOMENTS: Record<string, Kill> = {
  'claimed, not planned': async (stage, worker) => {
    const placed = await placedOrder(stage)
    await becomes(async () => (await eventJob(stage, placed.id, 'placed')) === 'completed', { within: 120_000, what: 'an idle worker', running: worker })
    await holding(stage, 'webhook_deliveries', async () => {
      await payFor(stage, placed)
      await becomes(async () => (await eventJob(stage, placed.id, 'settle')) === 'active', { within: 30_000, what: 'a claimed event', running: worker })
      await worker.kill()
    })
    return { orderId: placed.id, miss: told(stage, placed.id) ? 'too late: the news had been sent' : null }
  },
  'claimed, not sent': async (stage, worker) => {
    const placed = await placedOrder(stage)
    await payFor(stage, placed)
    await becomes(async () => (await deliveryOf(stage, placed.id)) !== null, { within: 120_000, what: 'a planned delivery', every: 2, running: worker })
    const { jobId = '' } = (await deliveryOf(stage, placed.id)) ?? {}
    let miss: string | null = null
    await holding(stage, 'webhook_deliveries', async () => {
      const isOver = async () => told(stage, placed.id) || (await isActive(stage, jobId))
      // What earlier workers left takes the endpoint's turns, and waits for our lock too.
      await becomes(isOver, { within: 8_000, what: 'a claimed delivery', running: worker }).catch((error: unknown) => (miss = String(error)))
      await worker.kill()
    })
    return { orderId: placed.id, miss: miss ?? (told(stage, placed.id) ? 'too late: the news had been sent' : null) }
  },
  'sending, no answer yet': async (stage, worker) => {
    const placed = await placedOrder(stage)
    const killed = firstArrival(stage, placed.id, async (response) => {
      await worker.kill()
      response.destroy()
    })
    await payFor(stage, placed)
    await killed
    return { orderId: placed.id, miss: null }
  },
  'answered, not marked': async (stage, worker) => {
    const placed = await placedOrder(stage)
    const killed = firstArrival(stage, placed.id, async (response) => {
      await holding(stage, 'webhook_attempts', async () => {
        await new Promise<void>((finished) => response.writeHead(200).end('OK', finished))
        // Long enough to read the answer; the lock keeps it from being written down.
        await new Promise((resume) => setTimeout(resume, 150))
        await worker.kill()
      })
    })
    await payFor(stage, placed)
    await killed
    const state = (await deliveryOf(stage, placed.id))?.state
    return { orderId: placed.id, miss: state === 'pending' ? null : `too late: the delivery was ${state}` }
  },
}

type Placed = { id: string; page: string }

async function placedOrder({ server, slug, world }: Stage): Promise<Placed> {
  const { status, location } = await order(server, slug)
  const [row] = await world.query<{ id: string }>('SELECT id FROM orders WHERE token = $1', [tokenOf(location)])
  if (!row) throw new Error(`no order: ${status}`)
  return { id: row.id, page: location }
}

async function payFor({ server }: Stage, { page }: Placed): Promise<void> {
  const { status } = await pay(server, page)
  if (status !== 303) throw new Error(`not paid: ${status}`)
}

/** Resolves when what is done at the first arrival of an order's news is done. */
function firstArrival({ receiver }: Stage, orderId: string, act: (response: ServerResponse) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('the news of a paid order did not come in 120 s')), 120_000).unref()
    receiver.meet(orderId, (response) => void act(response).then(resolve, reject))
  })
}

/**
 * Keeps everybody else from a table meanwhile. What a killed worker left waiting for it is cut off
 * before it is let go: a machine that dies does not finish its last statement either.
 */
async function holding<Value>({ world }: Stage, table: string, act: () => Promise<Value>): Promise<Value> {
  const connection = await world.connection()
  try {
    await connection.query('BEGIN')
    await connection.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
    const value = await act()
    await connection.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND pg_backend_pid() = ANY(pg_blocking_pids(pid))`)
    await connection.query('ROLLBACK')
    return value
  } finally {
    await connection.end()
  }
}

async function judge({ world, promises, receiver }: Stage, victims: Victim[]): Promise<void> {
  const again = ({ orderId, restartedAt }: Victim) => receiver.arrivals.find((arrival) => arrival.orderId === orderId && arrival.at >= restartedAt)
  const lastStart = Math.max(...victims.map(({ restartedAt }) => restartedAt))
  const deadline = lastStart + REDELIVERY_MS
  await becomes(() => victims.every(again) || Date.now() > deadline, { within: REDELIVERY_MS + 5_000, what: 'every redelivery', every: 200 })

  const delays: number[] = []
  for (const victim of victims) {
    const arrival = again(victim)
    // Workers that are killed every few seconds have no time to notice what those before them left.
    const delay = arrival ? arrival.at - (arrival.at < lastStart ? victim.restartedAt : lastStart) : Infinity
    delays.push(delay)
    promises.look(IN_TIME, arrival && (arrival.at < lastStart || delay <= REDELIVERY_MS) ? null : `${victim.moment}: ${arrival ? `${delay} ms` : 'never'}`)
  }
  promises.note(IN_TIME, spread(delays))

  const paid = await world.query<{ id: string }>(`SELECT DISTINCT o.id FROM orders o JOIN webhook_endpoints e ON e.merchant_id = o.merchant_id WHERE o.paid_at IS NOT NULL`)
  const ids = new Map<string, Set<string>>()
  for (const { orderId, webhookId } of receiver.arrivals) ids.set(orderId, (ids.get(orderId) ?? new Set()).add(webhookId))
  for (const { id } of paid) {
    promises.look(DELIVERED, ids.has(id) ? null : `order ${id} was never told`)
    promises.look(STABLE, (ids.get(id)?.size ?? 1) === 1 ? null : `order ${id} came with ${[...(ids.get(id) ?? [])].join(', ')}`)
  }
  promises.note(DELIVERED, `${receiver.arrivals.length} notifications for ${paid.length} orders`)
}

const told = ({ receiver }: Stage, id: string): boolean => receiver.arrivals.some(({ orderId }) => orderId === id)

/** How a delivery stands, and the job that sends it; null before it is planned. */
async function deliveryOf({ world }: Stage, orderId: string): Promise<{ state: string; jobId: string } | null> {
  const [row] = await world.query<{ state: string; jobId: string }>(
    `SELECT d.state, j.id AS "jobId" FROM webhook_deliveries d JOIN pgboss.job j ON j.name = 'webhook' AND j.data->>'deliveryId' = d.id::text WHERE d.order_id = $1`,
    [orderId],
  )
  return row ?? null
}

async function isActive({ world }: Stage, jobId: string): Promise<boolean> {
  return (await world.query(`SELECT 1 FROM pgboss.job WHERE name = 'webhook' AND id = $1 AND state = 'active'`, [jobId])).length > 0
}

async function eventJob({ world }: Stage, orderId: string, type: string): Promise<string | undefined> {
  const [row] = await world.query<{ state: string }>(
    `SELECT j.state::text AS state FROM order_events e JOIN pgboss.job j ON j.name = 'order-event' AND j.data->>'eventId' = e.id::text WHERE e.order_id = $1 AND e.type = $2`,
    [orderId, type],
  )
  return row?.state
}

async function subscribe({ scope }: Act, url: string): Promise<void> {
  const { createEndpoint } = await import('@/lib/webhook/create-endpoint')
  const made = await createEndpoint(scope, { url, description: 'chaos', events: ['order.paid'], retryPolicy: 'standard' }, new Date())
  if (!made.ok) throw new Error(`no endpoint: ${JSON.stringify(made.error)}`)
}
