import { afterEach, expect, test, vi } from 'vitest'
import { inTransaction, sql } from '@/lib/database/sql'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { startWorking, type WorkPlan } from './boss'
import { enqueue } from './enqueue'
import { QUEUE_NAMES, type QueueName } from './queues'

useTestDatabase()

let stop: () => Promise<void> = () => Promise.resolve()
afterEach(async () => {
  await stop()
  await sql.execute`DELETE FROM pgboss.job`
})

const idle = Object.fromEntries(QUEUE_NAMES.map((name) => [name, { run: () => Promise.resolve() }])) as unknown as WorkPlan
const states = (queue: QueueName) => sql.queryRows<{ state: string; data: unknown }>`SELECT state, data FROM pgboss.job WHERE name = ${queue} ORDER BY created_on, data::text`

test('a job exists exactly when its transaction committed', async () => {
  await inTransaction(async (transaction) => {
    await enqueue(transaction, 'email', [{ messageId: 'kept' }])
  })
  const broken = inTransaction(async (transaction) => {
    await enqueue(transaction, 'email', [{ messageId: 'lost' }])
    throw new Error('after the job was written')
  })
  await expect(broken).rejects.toThrow('after the job was written')
  expect((await states('email')).map(({ data }) => data)).toEqual([{ messageId: 'kept' }])
})

test('jobs are worked off in the order they came, in batches', async () => {
  const seen: string[] = []
  await enqueue(sql, 'order-event', ['1', '2', '3'].map((eventId) => ({ eventId })))
  stop = await startWorking({ ...idle, 'order-event': { batchSize: 10, run: (jobs) => Promise.resolve(void seen.push(...jobs.map(({ eventId }) => eventId))) } })
  await vi.waitFor(() => expect(seen.sort()).toEqual(['1', '2', '3']), { timeout: 10_000 })
  await vi.waitFor(async () => expect((await states('order-event')).map(({ state }) => state)).toEqual(['completed', 'completed', 'completed']), { timeout: 5_000 })
})

test('a job that fails is tried again, and one for later waits', async () => {
  let tries = 0
  await enqueue(sql, 'webhook', [{ deliveryId: 'a' }])
  await enqueue(sql, 'webhook', [{ deliveryId: 'later' }], { startAfter: new Date(Date.now() + 3_600_000) })
  const run = (): Promise<void> => {
    tries += 1
    return tries < 2 ? Promise.reject(new Error('not yet')) : Promise.resolve()
  }
  stop = await startWorking({ ...idle, webhook: { run } })
  await vi.waitFor(async () => expect((await states('webhook')).map(({ state }) => state)).toEqual(['completed', 'created']), { timeout: 15_000 })
  expect(tries).toBe(2)
})

test('whoever has nothing to do is woken, all at once where there is work for all', async () => {
  let running = 0
  let most = 0
  let finish: () => void = () => undefined
  const held = new Promise<void>((resolve) => (finish = resolve))
  const run = async () => {
    most = Math.max(most, ++running)
    await held
    running -= 1
  }
  stop = await startWorking({ ...idle, webhook: { run, concurrency: 20, groupConcurrency: 2 } })
  // Everybody has looked for themselves by now, and would not for half a minute.
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  await enqueue(sql, 'webhook', Array.from({ length: 25 }, (_, n) => ({ deliveryId: String(n) })))
  await vi.waitFor(() => expect(most).toBe(20), { timeout: 10_000 })
  finish()
  await vi.waitFor(async () => expect((await states('webhook')).every(({ state }) => state === 'completed')).toBe(true), { timeout: 10_000 })
})

test('a queue that does not exist refuses its jobs instead of losing them', async () => {
  await expect(sql.execute`INSERT INTO pgboss.job (name, data) VALUES ('no-such-queue', '{}')`).rejects.toThrow(/foreign key/)
})
