import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import type { Located } from '../lib/api/openapi/model'
import { call, makeKey, type ApiAnswer } from './support/api'
import { makeApiLink, makeApiShop, makeTransaction, requestOf, someOrderId, type ApiShop } from './support/api-shop'
import { inBatches } from './support/hostile'
import { bodyMutations, fieldsIn, mutationsOf, STRANGE_IDS, withValue, type Mutation } from './support/mutations'
import { Documented } from './support/openapi'

/**
 * Whatever is sent, the answer is JSON with a reason that names the field, or success where the
 * document allows what was sent: never a 5xx, never a page for people.
 */

let api: Documented
let shop: ApiShop

test.beforeAll(async () => {
  api = await Documented.load()
  shop = await makeApiShop()
})

/** Spread over several keys, each of which may ask so often a minute. */
async function keys(count: number): Promise<(index: number) => string> {
  const made = await Promise.all(Array.from({ length: count }, () => makeKey(shop.seller.merchantId)))
  return (index) => made[index % made.length] ?? shop.key
}

function problemsOf({ status, type, body, text }: ApiAnswer, mutation: Pick<Mutation, 'field'>): string | null {
  if (status >= 500) return `${status} ${text.slice(0, 300)}`
  if (!type.startsWith('application/json')) return type.startsWith('image/') ? null : `${status} is ${type}: ${text.slice(0, 200)}`
  if (status !== 400 || mutation.field === null) return null
  const { error_messages: linkMessages, validation_messages: messages } = body as { error_messages?: string[]; validation_messages?: string[] }
  const told = linkMessages ?? messages ?? []
  return told.some((message) => message.includes(mutation.field ?? '')) ? null : `does not name ${mutation.field}: ${text.slice(0, 300)}`
}

/** The sample of an operation, about things that are there, with IDs that nobody has taken. */
function fresh(located: Located): { method: string; path: string; body?: unknown } {
  const { operationId, requestBody } = located.operation
  const request = requestOf(located, { link: shop.link.orderId, transaction: operationId === 'captureTransaction' ? shop.transaction.id : shop.transaction.orderId })
  // Each sample of a change shows another field; together they show most.
  if (operationId !== 'updatePaymentLink') return request
  return { ...request, body: Object.assign({}, ...Object.values(requestBody?.content['application/json']?.examples ?? {}).map(({ value }) => value as object)) as unknown }
}

/** Two requests must not fail for taking the same ID. */
const unique = (wire: string): string => wire.replace(/"(order_id|payment_link_id)":"api-[^"]*"/g, (_, name: string) => `"${name}":"${someOrderId()}"`)

test('one strange field never breaks an operation, and a refusal names it', async () => {
  test.setTimeout(240_000)
  const key = await keys(8)
  const failures: string[] = []
  let sent = 0
  for (const located of api.operations) {
    const { operationId, requestBody } = located.operation
    const schema = requestBody?.content['application/json']?.schema
    if (!schema) continue
    const request = fresh(located)
    const isValid = api.validator(schema)
    const mutations = fieldsIn(api.document, schema).flatMap((field) => mutationsOf(request.body, field))
    await inBatches(mutations, async (mutation) => {
      const wire = unique(mutation.wire)
      const answer = await call({ key: key(sent++), method: request.method, path: request.path, body: wire })
      const problem = problemsOf(answer, mutation)
      if (problem) failures.push(`${operationId} ${mutation.name} → ${problem}`)
      // A body of more than 16 KB is refused before anybody looks at it.
      const isAllowed = wire.length > 16_384 || isValid(JSON.parse(wire))
      if (!isAllowed && answer.status < 300) failures.push(`${operationId} ${mutation.name} → ${answer.status}, though the document does not allow it: ${JSON.stringify(isValid.errors?.[0])}`)
    })
  }
  expect(sent).toBeGreaterThan(200)
  expect(failures).toEqual([])
})

test('a strange body is refused with a reason', async () => {
  test.setTimeout(120_000)
  const key = await keys(2)
  const failures: string[] = []
  let sent = 0
  for (const located of api.operations) {
    const request = fresh(located)
    for (const mutation of bodyMutations(request.body ?? { a: 1 })) {
      // A server may hang up on a body that it will not read; the answer is there by then.
      const answer = await call({ key: key(sent++), method: request.method, path: request.path, body: typeof mutation.wire === 'string' ? unique(mutation.wire) : mutation.wire }).catch((error: Error) => error)
      const problem = answer instanceof Error ? answer.message : problemsOf(answer, mutation)
      if (problem) failures.push(`${located.operation.operationId} ${mutation.name} → ${problem}`)
    }
  }
  expect(failures).toEqual([])
})

test('an ID or a query that is none is told in JSON', async () => {
  const key = await keys(2)
  const failures: string[] = []
  let sent = 0
  for (const located of api.operations) {
    const { method, path, operation } = located
    const queries = (operation.parameters ?? []).flatMap((parameter) => ('in' in parameter && parameter.in === 'query' ? [parameter.name] : []))
    const paths = path.includes('{') ? Object.values(STRANGE_IDS).map((id) => path.replace(/\{\w+\}/, () => id)) : []
    const { path: filled } = fresh(located)
    const strange = ['', '-1', '0', '1.5', '1e309', '9007199254740993', '%00', '%ff', 'null', 'x'.repeat(5_000), '%F0%9F%8C%B8', '%ED%A0%80', '[]', '__proto__']
    const asked = queries.flatMap((name) => [...strange.map((value) => `${filled}?${name}=${value}`), `${filled}?${name}=1&${name}=2`, `${filled}?${name}[a]=1`])
    for (const target of [...paths, ...asked, `${filled}?nobody_knows=1`]) {
      const answer = await call({ key: key(sent++), method, path: target, ...(operation.requestBody && { body: {} }) })
      // Dots are resolved, and broken percent signs refused, before the request is the API's: no page of ours to judge.
      const isNotOurs = /\/(\.\.|%2e%2e)/.test(target) ? answer.status < 500 : answer.status === 400 && answer.text === ''
      const problem = isNotOurs ? null : problemsOf(answer, { field: null })
      if (problem) failures.push(`${method} ${target.slice(0, 120)} → ${problem}`)
    }
  }
  expect(failures).toEqual([])
})

test('whatever JSON is sent, nothing breaks', async () => {
  test.setTimeout(120_000)
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
  console.log(`mutations: SEED=${seed}`)
  const key = await keys(4)
  const targets = api.operations.filter(({ operation }) => operation.requestBody).map((located) => ({ located, request: fresh(located) }))
  let sent = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...targets), fc.jsonValue({ maxDepth: 3 }), fc.nat(), async ({ located, request }, value, place) => {
      const schema = located.operation.requestBody?.content['application/json']?.schema ?? {}
      const fields = fieldsIn(api.document, schema)
      const field = fields[place % fields.length]
      const [mutation] = field ? mutationsOf(request.body, field) : []
      const wire = field && mutation ? unique(JSON.stringify(withValue(request.body, field.path, value))) : JSON.stringify(value)
      const answer = await call({ key: key(sent++), method: request.method, path: request.path, body: wire })
      const problem = problemsOf(answer, { field: mutation?.field ?? null })
      if (problem) throw new Error(`${located.operation.operationId} ${wire.slice(0, 500)} → ${problem}`)
    }),
    { seed, numRuns: 400, endOnFailure: true },
  )
})

test('the links and transactions that were attacked are still there', async () => {
  const link = await makeApiLink(shop.key)
  const { orderId } = await makeTransaction(link)
  expect((await call({ key: shop.key, method: 'GET', path: `/v2/${orderId}/status` })).status).toBe(201)
  expect((await call({ key: shop.key, method: 'GET', path: `/v1/payment-links/${link.orderId}` })).status).toBe(200)
})
