import { createHash, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/database/client'
import { reconcile } from '@/lib/ledger/reconcile'
import { announce } from '@/lib/order/announce'
import { REFUSED_AMOUNT, simulator } from '@/lib/payment/simulator'
import { settleRefund } from '@/lib/refund/settle-refund'
import type { MerchantScope } from '@/lib/shop/scope'
import { apiCall, makeApiKey } from '@/prisma/testing/api'
import { later, makeLink, makeOrder, makeShop } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { serve } from '../serve'
import { getTransactionStatus } from './get-status'
import { refundTransaction, refundTransactionDirect } from './refund-transaction'
import { refundedSchema } from './schema'

useTestDatabase()

let scope: MerchantScope
let key: string
let order: { id: string; orderId: string }

beforeEach(async () => {
  scope = await makeShop()
  key = await makeApiKey(scope)
  order = await paid('gopay')
})
afterEach(() => {
  vi.restoreAllMocks()
})

async function paid(method: string): Promise<{ id: string; orderId: string }> {
  const at = later(new Date(), -1)
  const link = await makeLink(scope, {}, at)
  const { id } = await makeOrder(link.slug, { method }, at)
  await announce({ orderId: id, news: 'settle', actor: 'rail', at })
  return await prisma.order.findUniqueOrThrow({ where: { id }, select: { id: true, orderId: true } })
}

const handlers = { refund: serve(refundTransaction), direct: serve(refundTransactionDirect) }
type Way = keyof typeof handlers
const refund = (body?: unknown, { way = 'refund', id = order.orderId, idempotencyKey }: { way?: Way; id?: string; idempotencyKey?: string } = {}) =>
  apiCall(handlers[way], { key, method: 'POST', path: `/v2/${id}/refund`, params: { id }, body, headers: idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey } })
const status = async (id = order.id) => (await apiCall(serve(getTransactionStatus), { key, method: 'GET', path: `/v2/${id}/status`, params: { id } })).body
const refunds = (orderId = order.id) => prisma.refund.findMany({ where: { orderId }, orderBy: { number: 'asc' } })
const refunded = async (id = order.id) => Number((await prisma.order.findUniqueOrThrow({ where: { id } })).refundedAmount)
const problem = (code: string, message: string) => ({ status_code: code, status_message: message, id: expect.any(String) as unknown })

describe('a refund', () => {
  it.each([['nothing', undefined], ['an empty text', ''], ['null', 'null'], ['an empty object', '{}'], ['white space', ' \r\n']])('with %s as its body sends everything back', async (_, body) => {
    const { status: http, body: told } = await refund(body)
    const [row] = await refunds()
    expect([http, told]).toMatchObject([200, {
      status_code: '200', transaction_status: 'refund', refund_amount: '85000.00', refund_chargeback_id: Number(row?.number), refund_key: row?.refundKey, gross_amount: '85000.00',
      signature_key: createHash('sha512').update(`${order.orderId}20085000.00${key}`).digest('hex'),
    }])
    expect(refundedSchema.strict().safeParse(told).success).toBe(true)
    expect(await refunded()).toBe(85_000)
  })

  it('in parts tells each part, and the sum where it stands', async () => {
    expect((await refund({ refund_key: 'a', amount: 30_000, reason: ' Barang\nhabis ' })).body).toMatchObject({ transaction_status: 'partial_refund', refund_amount: '30000.00', refund_key: 'a' })
    expect((await refund({ refund_key: 'b', amount: '20000.00' })).body).toMatchObject({ transaction_status: 'partial_refund', refund_amount: '20000.00' })
    expect(await status()).toMatchObject({ status_code: '200', transaction_status: 'partial_refund', refund_amount: '50000.00' })
    expect((await refund()).body).toMatchObject({ transaction_status: 'refund', refund_amount: '35000.00' })
    const rows = await refunds()
    expect(await status()).toMatchObject({ transaction_status: 'refund', refund_amount: '85000.00', refunds: rows.map(({ number, amount }) => ({ refund_chargeback_id: Number(number), refund_amount: `${amount}.00`, refund_method: 'online', bank_confirmed_at: expect.any(String) as unknown })) })
    expect(rows.map(({ reason }) => reason)).toEqual(['Barang habis', '', ''])
    expect((await reconcile()).differences).toEqual([])
  })

  it('of more than is left is refused, and so is one of what went back already', async () => {
    await refund({ amount: 80_000 })
    expect(await refund({ amount: 5_001 })).toMatchObject({ status: 414, body: problem('414', 'Refund request is rejected due to invalid amount') })
    await refund({ amount: 5_000 })
    expect(await refund({ amount: 1 })).toMatchObject({ status: 412 })
    expect(await refunded()).toBe(85_000)
  })

  it.each(['bca_va', 'permata_va', 'echannel', 'indomaret', 'alfamart'])('of %s is refused, since nobody takes it back', async (method) => {
    const { id } = await paid(method)
    expect(await refund({}, { id })).toMatchObject({ status: 412, body: problem('412', 'Merchant cannot modify the status of the transaction') })
    expect(await refunds(id)).toEqual([])
  })

  it('of a part of ShopeePay is an invalid amount', async () => {
    const { id } = await paid('shopeepay')
    expect((await refund({ amount: 1_000 }, { id })).status).toBe(414)
    expect((await refund({}, { id })).body).toMatchObject({ transaction_status: 'refund' })
  })

  it.each([
    [{ amount: 0 }, 'amount '], [{ amount: -5 }, 'amount '], [{ amount: 1.5 }, 'amount '], [{ amount: 'satu' }, 'amount '], [{ amount: null }, 'amount '], [{ amount: [] }, 'amount '], [{ amount: 2 ** 60 }, 'amount '],
    [{ refund_key: '' }, 'refund_key '], [{ refund_key: 'a b' }, 'refund_key '], [{ refund_key: 'x'.repeat(65) }, 'refund_key '], [{ refund_key: 7 }, 'refund_key '], [{ reason: 'x'.repeat(256) }, 'reason '], [{ reason: {} }, 'reason '], [[], 'The request body '], [7, 'The request body '],
  ])('with %j names the field', async (body, start) => {
    const { status: http, body: told } = await refund(body)
    expect([http, told]).toEqual([400, { ...problem('400', 'One or more parameters in the payload is invalid.'), validation_messages: [expect.stringMatching(`^${start}`)] }])
    expect(await refunds()).toEqual([])
  })
})

describe('a bank that refuses', () => {
  it.each(['refund', 'direct'] as const)('is told by %s with 202, and nothing was sent', async (way) => {
    expect(await refund({ amount: REFUSED_AMOUNT, refund_key: 'no' }, { way })).toMatchObject({
      status: 200, body: { status_code: '202', status_message: 'Refund denied by the bank', refund_amount: '0.00', transaction_status: 'settlement', refund_key: 'no', signature_key: createHash('sha512').update(`${order.orderId}20285000.00${key}`).digest('hex') },
    })
    expect(await refunded()).toBe(0)
    expect((await refund({ amount: REFUSED_AMOUNT, refund_key: 'no' }, { way })).body).toMatchObject({ status_code: '202' })
    expect((await refund({}, { way })).body).toMatchObject({ status_code: '200', refund_amount: '85000.00' })
  })

  it('that does not answer is told as what it is: under way', async () => {
    const ask = vi.spyOn(simulator, 'refund').mockRejectedValue(new Error('no connection'))
    const { status: http, body } = await refund({ amount: 5_000, refund_key: 'slow' })
    expect([http, body]).toMatchObject([201, { status_code: '201', transaction_status: 'settlement', refund_amount: '5000.00' }])
    ask.mockRestore()
    const [row] = await refunds()
    await settleRefund(row?.id ?? '')
    expect((await refund({ amount: 5_000, refund_key: 'slow' })).body).toMatchObject({ status_code: '200', transaction_status: 'partial_refund', refund_amount: '5000.00' })
    expect(await refunded()).toBe(5_000)
  })
})

describe('the same refund_key', () => {
  it('with the same amount answers as the first time, whatever was refunded since', async () => {
    const first = await refund({ refund_key: 'k', amount: 10_000 })
    await refund({ refund_key: 'other', amount: 75_000 })
    expect((await refund({ refund_key: 'k', amount: 10_000 })).text).toBe(first.text)
    expect((await refund({ refund_key: 'k' })).text).toBe(first.text)
    expect(await refunds()).toHaveLength(2)
  })

  it('without an amount means everything, and again the same', async () => {
    const first = await refund({ refund_key: 'all' })
    expect((await refund({ refund_key: 'all' })).text).toBe(first.text)
    expect(await refunded()).toBe(85_000)
  })

  it('with another amount is refused', async () => {
    await refund({ refund_key: 'k', amount: 10_000 })
    expect(await refund({ refund_key: 'k', amount: 10_001 })).toMatchObject({ status: 406, body: problem('406', 'Duplicate refund ID') })
  })

  it('sent twenty times at once refunds once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => refund({ refund_key: 'k' })))
    expect(answers.map(({ status: http }) => http).filter((http) => http !== 200 && http !== 201)).toEqual([])
    expect(await refunds()).toHaveLength(1)
    expect((await reconcile()).differences).toEqual([])
  })
})

describe('an Idempotency-Key', () => {
  it('answers the second time byte for byte as the first, and refunds once', async () => {
    const idempotencyKey = randomUUID()
    const first = await refund({ amount: 10_000 }, { idempotencyKey })
    const second = await refund({ amount: 10_000 }, { idempotencyKey })
    expect([second.status, second.text, second.headers.get('idempotent-replayed')]).toEqual([200, first.text, 'true'])
    expect(await refunds()).toHaveLength(1)
    expect((await refund({ amount: 10_001 }, { idempotencyKey })).status).toBe(409)
  })

  it('sent twenty times at once refunds once; everybody hears the same, or that it is under way', async () => {
    const idempotencyKey = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => refund({ amount: 10_000 }, { idempotencyKey, way: 'direct' })))
    const done = answers.filter(({ status: http }) => http === 200)
    expect(new Set(done.map(({ text }) => text)).size).toBe(1)
    expect(answers.length - done.length).toBe(answers.filter(({ status: http, body }) => http === 202 && (body as { status_code: string }).status_code === '202').length)
    expect((await refund({ amount: 10_000 }, { idempotencyKey, way: 'direct' })).text).toBe(done[0]?.text)
    expect(await refunded()).toBe(10_000)
  })

  it('without it, two requests of the same form are two refunds', async () => {
    await refund({ amount: 10_000 })
    await refund({ amount: 10_000 })
    expect(await refunded()).toBe(20_000)
  })

  it.each([['a part', { amount: 10_000 }, 10_000], ['everything', undefined, 85_000]] as const)('after a crash between the refund of %s and its remembered answer refunds nothing more', async (_, body, amount) => {
    const idempotencyKey = randomUUID()
    const first = await refund(body, { idempotencyKey })
    // What the database holds when the process dies before the answer is remembered, after its claim has run out.
    await prisma.idempotencyKey.updateMany({ where: { key: idempotencyKey }, data: { status: null, body: null, claimedUntil: new Date(Date.now() - 1) } })
    const again = await refund(body, { idempotencyKey })
    expect([again.status, again.text, again.headers.get('idempotent-replayed')]).toEqual([200, first.text, null])
    expect((await refund(body, { idempotencyKey })).headers.get('idempotent-replayed')).toBe('true')
    expect(await refunds()).toHaveLength(1)
    expect(await refunded()).toBe(amount)
  })

  it('whose answer cannot be remembered may be sent again and refunds nothing more', async () => {
    const idempotencyKey = 'will-not-be-remembered'
    await prisma.$executeRaw`ALTER TABLE idempotency_keys ADD CONSTRAINT forgetful CHECK (key <> 'will-not-be-remembered' OR status IS NULL)`
    try {
      expect((await refund({ amount: 10_000 }, { idempotencyKey })).status).toBe(500)
      expect(await refunded()).toBe(10_000)
    } finally {
      await prisma.$executeRaw`ALTER TABLE idempotency_keys DROP CONSTRAINT forgetful`
    }
    expect(await refund({ amount: 10_000 }, { idempotencyKey })).toMatchObject({ status: 200, body: { refund_amount: '10000.00' } })
    expect(await refunded()).toBe(10_000)
  })

  it('before its claim has run out is told to wait', async () => {
    const idempotencyKey = randomUUID()
    await refund({}, { idempotencyKey })
    await prisma.idempotencyKey.updateMany({ where: { key: idempotencyKey }, data: { status: null, body: null, claimedUntil: new Date(Date.now() + 30_000) } })
    expect((await refund({}, { idempotencyKey })).status).toBe(202)
  })

  it('may be used again after a refusal', async () => {
    const idempotencyKey = randomUUID()
    expect((await refund({ amount: 85_001 }, { idempotencyKey })).status).toBe(414)
    expect((await refund({ amount: 85_000 }, { idempotencyKey })).status).toBe(200)
  })

  it('asks the rail outside of any transaction', async () => {
    const busy: number[] = []
    vi.spyOn(simulator, 'refund').mockImplementation(async () => {
      const [row] = await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`
      busy.push(row?.count ?? -1)
      return { kind: 'refunded' }
    })
    expect((await refund({}, { idempotencyKey: randomUUID() })).status).toBe(200)
    expect(busy).toEqual([0])
  })
})
