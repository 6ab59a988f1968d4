import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { prisma } from '@/lib/database/client'
import type { MerchantScope } from '@/lib/shop/scope'
import { basic, makeApiKey } from '@/prisma/testing/api'
import { startApi, type ApiProcess } from '@/prisma/testing/api-process'
import { makeShop } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'

/** Real server processes: two that count together, and one that is killed in the middle of its work. */

useTestDatabase()

let scope: MerchantScope
let authorization: string

beforeEach(async () => {
  scope = await makeShop()
  authorization = basic(await makeApiKey(scope))
})

const post = ({ url }: ApiProcess, title: string, idempotencyKey?: string) =>
  fetch(url, { method: 'POST', headers: { authorization, 'content-type': 'application/json', ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }) }, body: JSON.stringify({ title, waitMs: 5 }) })

test('a key may call as often as is set, exactly, over two servers; the others wait as long as they are told', async () => {
  const env = { API_REQUESTS_PER_MINUTE: '20' }
  const servers = await Promise.all([startApi(env), startApi(env)])
  const get = (index: number) => fetch(servers[index % 2]?.url ?? '', { headers: { authorization } })
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => get(index)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(20)
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(30)
  for (const { headers } of refused) {
    const seconds = Number(headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
  }
  expect(await refused[0]?.json()).toEqual({ error_messages: ['Too many requests with this key: try again later.'] })
  // Each key is counted alone.
  authorization = basic(await makeApiKey(scope))
  expect((await get(0)).status).toBe(200)
}, 60_000)

test('what is still to be logged is written when the server is asked to stop', async () => {
  const server = await startApi()
  await fetch(server.url, { headers: { authorization } })
  server.signal('SIGTERM')
  expect(await server.ends()).toBe(0)
  expect(await prisma.apiCall.count({ where: { merchantId: scope.merchantId } })).toBe(1)
}, 60_000)

test('a server that is killed at any moment does nothing twice and leaves nothing half', async () => {
  const keys = new Set<string>()
  const answered = new Map<string, string>()
  for (let round = 0; round < 5; round += 1) {
    const server = await startApi()
    // Warm: the kill should meet work, not the start.
    await fetch(server.url, { headers: { authorization } })
    let isOver = false
    const clients = Array.from({ length: 8 }, async (_, client) => {
      for (let number = 0; !isOver; number += 1) {
        const key = `${round}-${client}-${number}`
        keys.add(key)
        await post(server, key, key)
          .then(async (response) => answered.set(key, `${response.status} ${await response.text()}`))
          .catch(() => undefined)
      }
    })
    await expect.poll(() => [...answered.keys()].filter((key) => key.startsWith(`${round}-`)).length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(3)
    await sleep(randomInt(200))
    server.signal('SIGKILL')
    await server.ends()
    isOver = true
    await Promise.all(clients)
  }
  // At one moment: what the last server had asked PostgreSQL to commit may be committed after its death.
  const [links, remembered] = await prisma.$transaction(
    [prisma.link.findMany({ where: { merchantId: scope.merchantId }, select: { title: true } }), prisma.idempotencyKey.findMany({ where: { merchantId: scope.merchantId } })],
    { isolationLevel: 'RepeatableRead' },
  )
  expect(new Set(links.map(({ title }) => title)).size).toBe(links.length)
  expect(new Set(links.map(({ title }) => title))).toEqual(new Set(remembered.filter(({ status }) => status !== null).map(({ key }) => key)))
  for (const [key, text] of answered) expect(`201 ${remembered.find((one) => one.key === key)?.body}`, key).toBe(text)

  // Whoever did not hear the answer asks again: at last each is done once, and who had an answer gets the same.
  await prisma.idempotencyKey.updateMany({ where: { merchantId: scope.merchantId, status: null }, data: { claimedUntil: new Date() } })
  const server = await startApi()
  for (const key of keys) {
    const response = await post(server, key, key)
    const text = `${response.status} ${await response.text()}`
    expect(text, key).toMatch(/^201 /)
    if (answered.has(key)) expect(text, key).toBe(answered.get(key))
  }
  expect(await prisma.link.count({ where: { merchantId: scope.merchantId } })).toBe(keys.size)
}, 180_000)
