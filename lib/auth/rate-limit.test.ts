import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { countTry, forgetTries } from './rate-limit'

useTestDatabase()

const tryAtOnce = async (keys: string[]) => await Promise.all(keys.map((key) => countTry('webhookByHand', key)))
const refused = (answers: (number | undefined)[]) => answers.filter((wait) => wait !== undefined)

test('of tries that come together exactly as many are let through as one after the other, the first ones', async () => {
  const key = randomUUID()
  expect(refused(await tryAtOnce(Array<string>(50).fill(key)))).toEqual([])
  const more = await tryAtOnce(Array<string>(25).fill(key))
  expect(more.slice(0, 10)).toEqual(Array(10).fill(undefined))
  expect(refused(more)).toHaveLength(15)
  for (const wait of refused(more)) expect(wait).toBeGreaterThan(50)
  expect(await countTry('webhookByHand', key)).toBeDefined()
})

test('each key is counted by itself, also together', async () => {
  const [full, other] = [randomUUID(), randomUUID()]
  await tryAtOnce(Array<string>(60).fill(full))
  const answers = await tryAtOnce([full, other, full, other])
  expect(answers.map((wait) => wait === undefined)).toEqual([false, true, false, true])
})

test('forgotten tries count no more', async () => {
  const key = randomUUID()
  await tryAtOnce(Array<string>(60).fill(key))
  await forgetTries('webhookByHand', key)
  expect(refused(await tryAtOnce(Array<string>(60).fill(key)))).toEqual([])
})
