import { expect, it } from 'vitest'
import { z } from 'zod'
import { basic, makeApiKey } from '@/prisma/testing/api'
import { makeShop } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { answer, endpoint } from './endpoint'
import { serve } from './serve'

useTestDatabase()

it('a path without parameters, for which Next gives none, is served', async () => {
  const handler = serve(endpoint({
    operationId: 'echo', method: 'POST', path: '/v2/echo', tag: 'Transactions', summary: '', description: '', scope: 'read', dialect: 'transaction',
    params: z.object({}), query: z.object({}), body: z.object({ a: z.int() }), responses: {}, handle: ({ body }) => Promise.resolve(answer(200, body)),
  }))
  const key = await makeApiKey(await makeShop())
  const request = new Request('http://localhost/v2/echo', { method: 'POST', headers: { authorization: basic(key) }, body: '{"a":1}' })
  const response = await handler(request, { params: Promise.resolve(undefined) })
  expect([response.status, await response.json()]).toEqual([200, { a: 1 }])
})
