import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeApiKey, type Answered } from '@/prisma/testing/api'
import { makeShop } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { makeTransactionClient, statusOf, TRANSACTION_ACTIONS, type TransactionClient } from '@/prisma/testing/transactions'

useTestDatabase()

let api: TransactionClient
beforeAll(async () => {
  api = await makeTransactionClient()
})

describe("what is not this shop's", () => {
  const strip = ({ status, body }: Answered) => [status, { ...body, id: 'x' }]
  const GONE = [404, { status_code: '404', status_message: "Transaction doesn't exist.", id: 'x' }]

  it.each(TRANSACTION_ACTIONS)('is answered by %s as if it were not there', async (action) => {
    const order = await api.made(action === 'cancel' || action === 'expire' ? 'pending' : 'paid')
    const stranger = await makeApiKey(await makeShop('Toko Lain'))
    const before = await statusOf(order)
    expect(strip(await api.call(action, order.orderId, { as: stranger }))).toEqual(GONE)
    expect(strip(await api.call(action, order.id, { as: stranger }))).toEqual(GONE)
    for (const id of ['nothing-1795246200123', randomUUID(), 'x'.repeat(5_000), 'a\0b', '%', '..', "' OR 1=1 --", 'é']) expect(strip(await api.call(action, id)), id).toEqual(GONE)
    expect(await statusOf(order)).toBe(before)
  })

  it('cannot be captured', async () => {
    const order = await api.made('authorized')
    const stranger = await makeApiKey(await makeShop('Toko Lain'))
    expect(strip(await api.capture({ transaction_id: order.id }, { as: stranger }))).toEqual(GONE)
    expect(strip(await api.capture({ transaction_id: randomUUID() }))).toEqual(GONE)
  })

  it('is what a key of the other mode sees, too', async () => {
    const order = await api.made('paid')
    const live = await makeApiKey({ ...api.scope, mode: 'live' })
    expect(strip(await api.call('status', order.id, { as: live }))).toEqual(GONE)
  })
})

describe('a key', () => {
  it.each([['read', ['status', 'b2b']], ['write', ['cancel', 'expire', 'approve', 'deny']], ['refund', ['refund', 'direct']]] as const)('with the scope %s may do that and nothing else', async (one, allowed) => {
    const limited = await makeApiKey(api.scope, [one])
    for (const action of TRANSACTION_ACTIONS) {
      const { status, body } = await api.call(action, 'nothing-1795246200123', { as: limited })
      expect([action, status, body['status_code']]).toEqual([action, ...((allowed as readonly string[]).includes(action) ? [404, '404'] : [403, '403'])])
    }
  })

  it('that does not exist is told so in the words of the Core API', async () => {
    const { status, body } = await api.call('status', 'x', { as: 'SB-Tautan-server-nobody' })
    expect([status, body]).toMatchObject([401, { status_code: '401', status_message: 'Transaction cannot be authorized with the current client/server key.' }])
  })
})
