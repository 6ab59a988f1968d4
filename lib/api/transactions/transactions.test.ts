import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { reconcile } from '@/lib/ledger/reconcile'
import { applyLinkChange } from '@/lib/link/change-link-state'
import { announce, type Announcement } from '@/lib/order/announce'
import type { OrderStatus } from '@/lib/order/status'
import { refundOrder } from '@/lib/refund/refund-order'
import type { MerchantScope } from '@/lib/shop/scope'
import { apiCall, makeApiKey } from '@/prisma/testing/api'
import { later, makeLink, makeOrder, makeShop } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { serve, type RouteHandler } from '../serve'
import { captureTransaction } from './capture-transaction'
import { cancelTransaction, expireTransaction } from './end-transaction'
import { getTransactionStatus, getTransactionStatusB2b } from './get-status'
import { refundTransaction, refundTransactionDirect } from './refund-transaction'
import { approveTransaction, denyTransaction } from './review-transaction'
import { refundedSchema, transactionListSchema, transactionSchema } from './schema'

useTestDatabase()

let scope: MerchantScope
let key: string

beforeAll(async () => {
  scope = await makeShop()
  key = await makeApiKey(scope)
})

const HANDLERS = {
  status: serve(getTransactionStatus), b2b: serve(getTransactionStatusB2b), cancel: serve(cancelTransaction), expire: serve(expireTransaction),
  approve: serve(approveTransaction), deny: serve(denyTransaction), refund: serve(refundTransaction), direct: serve(refundTransactionDirect),
} satisfies Record<string, RouteHandler>
type Action = keyof typeof HANDLERS
const capture = serve(captureTransaction)

type Wish = { body?: unknown; headers?: Record<string, string>; as?: string }
type Body = Record<string, unknown>
type ApiAnswer = Awaited<ReturnType<typeof apiCall>>
const call = (action: Action, id: string, { body, headers = {}, as = key }: Wish = {}): Promise<ApiAnswer> =>
  apiCall(HANDLERS[action], { key: as, method: action === 'status' || action === 'b2b' ? 'GET' : 'POST', path: `/v2/${id}/${action}`, params: { id }, body, headers })
const captured = (body: unknown, { headers = {}, as = key }: Wish = {}) => apiCall(capture, { key: as, method: 'POST', path: '/v2/capture', body, headers })

type Made = { id: string; orderId: string; linkId: string }
type Stage = OrderStatus | 'overdue'

const NEWS: Record<Stage, Announcement['news'][]> = {
  pending: [], overdue: [], authorized: ['authorize'], paid: ['settle'], paid_late: ['expire', 'settle'], denied: ['deny'], cancelled: ['cancel'], expired: ['expire'],
  partially_refunded: ['settle'], refunded: ['settle'],
}

/** An order of 85,000 rupiah that stands there; `overdue`: pending past its deadline, which nobody has written down. */
async function made(stage: Stage, method = 'credit_card'): Promise<Made> {
  const at = later(new Date(), stage === 'overdue' ? -24 * 60 - 1 : -1)
  const link = await makeLink(scope, {}, at)
  const { id } = await makeOrder(link.slug, { method }, at)
  for (const news of NEWS[stage]) await announce({ orderId: id, news, actor: 'rail', at })
  const amount = { partially_refunded: 30_000, refunded: 85_000 }[stage as string]
  if (amount !== undefined) await refundOrder(scope, { orderId: id, refundKey: 'before', amount, reason: 'Barang habis', channel: 'rail' }, at)
  const { orderId } = await prisma.order.findUniqueOrThrow({ where: { id } })
  return { id, orderId, linkId: link.id }
}

const statusOf = async ({ id }: Made) => (await prisma.order.findUniqueOrThrow({ where: { id } })).status
const sha512 = (text: string) => createHash('sha512').update(text).digest('hex')
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const STAGES: Stage[] = ['pending', 'overdue', 'authorized', 'paid', 'paid_late', 'partially_refunded', 'refunded', 'denied', 'cancelled', 'expired']

/** status_code of the answer, transaction_status in it, and the order's status afterwards, by action and stage; whatever is not here is a 412 that changes nothing. */
const TABLE: Record<Action | 'capture', Partial<Record<Stage, [code: string, transactionStatus: string, after: OrderStatus]>>> = {
  status: {
    pending: ['201', 'pending', 'pending'], overdue: ['407', 'expire', 'pending'], authorized: ['200', 'authorize', 'authorized'], paid: ['200', 'settlement', 'paid'],
    paid_late: ['200', 'settlement', 'paid_late'], partially_refunded: ['200', 'partial_refund', 'partially_refunded'], refunded: ['200', 'refund', 'refunded'],
    denied: ['202', 'deny', 'denied'], cancelled: ['202', 'cancel', 'cancelled'], expired: ['407', 'expire', 'expired'],
  },
  b2b: {},
  cancel: { pending: ['200', 'cancel', 'cancelled'], authorized: ['200', 'cancel', 'cancelled'], cancelled: ['200', 'cancel', 'cancelled'] },
  expire: { pending: ['407', 'expire', 'expired'], overdue: ['407', 'expire', 'expired'], expired: ['407', 'expire', 'expired'] },
  approve: {},
  deny: {},
  refund: { paid: ['200', 'refund', 'refunded'], paid_late: ['200', 'refund', 'refunded'], partially_refunded: ['200', 'refund', 'refunded'] },
  direct: { paid: ['200', 'refund', 'refunded'], paid_late: ['200', 'refund', 'refunded'], partially_refunded: ['200', 'refund', 'refunded'] },
  capture: { authorized: ['200', 'settlement', 'paid'] },
}

const CASES = (Object.keys(TABLE) as (keyof typeof TABLE)[]).filter((action) => action !== 'b2b').flatMap((action) => STAGES.map((stage) => [action, stage] as const))

describe('an action on a transaction', () => {
  it.each(CASES)('%s of one that is %s answers and changes what the table says, signed with the key that asked', async (action, stage) => {
    const order = await made(stage)
    const stored = await statusOf(order)
    const { status, body } = action === 'capture' ? await captured({ transaction_id: order.id }) : await call(action, order.orderId)
    const expected = TABLE[action][stage]
    if (!expected) {
      expect([status, body]).toEqual([412, { status_code: '412', status_message: 'Merchant cannot modify the status of the transaction', id: expect.stringMatching(UUID) as unknown }])
      // Asking about one that is overdue may write that down.
      return expect(stage === 'overdue' ? ['pending', 'expired'] : [stored]).toContain(await statusOf(order))
    }
    const [code, transactionStatus, after] = expected
    expect(status).toBe(code === '407' || code === '202' ? 200 : Number(code))
    expect(body).toMatchObject({
      status_code: code, transaction_status: transactionStatus, transaction_id: order.id, order_id: order.orderId, gross_amount: '85000.00', currency: 'IDR', merchant_id: scope.merchantId,
      signature_key: sha512(`${order.orderId}${code}85000.00${key}`),
    })
    const parsed = (action === 'refund' || action === 'direct' ? refundedSchema : transactionSchema).strict().safeParse(body)
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(await statusOf(order)).toBe(after)
  })

  it.each([
    ['status', 'paid', 'Success, transaction is found'], ['cancel', 'pending', 'Success, transaction is canceled'], ['expire', 'pending', 'Success, transaction has expired'],
    ['refund', 'paid', 'Success, refund request is approved'], ['direct', 'paid', 'Success, refund request is approved by the bank'],
  ] as const)('%s of one that is %s says "%s"', async (action, stage, message) => {
    expect((await call(action, (await made(stage)).id)).body).toMatchObject({ status_message: message })
  })

  it('leaves the money as it was counted, wherever it went', async () => {
    expect((await reconcile()).differences).toEqual([])
  })

  it('gives the place back at once', async () => {
    const order = await made('pending')
    const link = () => prisma.link.findUniqueOrThrow({ where: { id: order.linkId }, select: { heldCount: true, usedCount: true } })
    expect(await link()).toEqual({ heldCount: 1, usedCount: 0 })
    await call('cancel', order.orderId)
    expect(await link()).toEqual({ heldCount: 0, usedCount: 0 })
    expect(await prisma.orderEvent.findFirst({ where: { orderId: order.id, to: 'cancelled' } })).toMatchObject({ actor: 'seller', actorId: null })
  })

  it('is found by transaction ID as by order ID, also when its link was deleted', async () => {
    const order = await made('paid')
    await applyLinkChange(scope, order.linkId, 'delete', new Date())
    const answers = await Promise.all([call('status', order.id), call('status', order.orderId), call('status', order.id.toUpperCase())])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect((await call('refund', order.id)).body).toMatchObject({ transaction_status: 'refund' })
  })

  it('is told in a list for B2B', async () => {
    const order = await made('expired')
    const { status, body } = await call('b2b', order.orderId)
    expect(status).toBe(200)
    expect(transactionListSchema.safeParse(body).success).toBe(true)
    expect(body).toEqual({ status_code: '200', status_message: 'Success, transaction is found', id: expect.stringMatching(UUID) as unknown, transactions: [(await call('status', order.id)).body] })
  })

  it('tells how it is paid, in GMT+7, and what its link was sent with', async () => {
    const order = await made('paid', 'bca_va')
    await prisma.link.update({ where: { id: order.linkId }, data: { customFields: { custom_field2: 'dua' }, metadata: { rak: [7] } } })
    const row = await prisma.order.findUniqueOrThrow({ where: { id: order.id } })
    const gmt7 = (at: Date | null) => new Date((at?.getTime() ?? 0) + 7 * 3_600_000).toISOString().replace('T', ' ').slice(0, 19)
    const { body } = await call('status', order.orderId)
    expect(transactionSchema.strict().safeParse(body).success).toBe(true)
    expect(body).toMatchObject({
      payment_type: 'bank_transfer', va_numbers: [{ bank: 'bca', va_number: (row.instructions as { number: string }).number }], payment_amounts: [], fraud_status: 'accept',
      transaction_time: gmt7(row.createdAt), settlement_time: gmt7(row.paidAt), expiry_time: gmt7(row.expiresAt), custom_field2: 'dua', metadata: { rak: [7] }, tautan_status: 'paid',
    })
    expect(body).not.toHaveProperty('custom_field1')
  })
})

describe('a repeated request', () => {
  it.each([['cancel', 'canceled'], ['expire', 'has expired']] as const)('to %s answers as the first time, and happens once', async (action, words) => {
    const order = await made('pending')
    const [first, second] = [await call(action, order.orderId), await call(action, order.id)]
    expect(second.text).toBe(first.text)
    expect((first.body as Body)['status_message']).toContain(words)
    expect(await prisma.orderEvent.count({ where: { orderId: order.id } })).toBe(2)
  })

  it.each(['cancel', 'expire'] as const)('to %s with an Idempotency-Key is replayed byte for byte, whatever happened since', async (action) => {
    const order = await made('pending')
    const headers = { 'idempotency-key': randomUUID() }
    const first = await call(action, order.orderId, { headers })
    await announce({ orderId: order.id, news: 'settle', actor: 'rail', at: new Date() })
    const again = await call(action, order.orderId, { headers })
    expect([again.status, again.text, again.headers.get('idempotent-replayed')]).toEqual([first.status, first.text, 'true'])
    expect(await statusOf(order)).toBe('paid_late')
  })

  it('of a change that failed to be remembered finds nothing changed', async () => {
    const order = await made('authorized')
    const headers = { 'idempotency-key': 'will-not-be-remembered' }
    await prisma.$executeRaw`ALTER TABLE idempotency_keys ADD CONSTRAINT forgetful CHECK (key <> 'will-not-be-remembered' OR status IS NULL)`
    try {
      expect((await captured({ transaction_id: order.id }, { headers })).status).toBe(500)
      expect(await statusOf(order)).toBe('authorized')
    } finally {
      await prisma.$executeRaw`ALTER TABLE idempotency_keys DROP CONSTRAINT forgetful`
    }
    expect((await captured({ transaction_id: order.id }, { headers })).status).toBe(200)
    expect(await statusOf(order)).toBe('paid')
  })
})

describe('at the same moment', () => {
  it('cancelling twice and paying ends in one of two ways, and every answer is true', async () => {
    for (let round = 0; round < 15; round++) {
      const order = await made('pending')
      const [one, two, money] = await Promise.all([call('cancel', order.orderId), call('cancel', order.id), announce({ orderId: order.id, news: 'settle', actor: 'rail', at: new Date() })])
      const status = await statusOf(order)
      expect(money.kind).toBe('applied')
      expect(['paid', 'paid_late']).toContain(status)
      // Whoever was told that it is cancelled was told before the money came.
      expect([one.status, two.status].sort()).toEqual(status === 'paid' ? [412, 412] : expect.arrayContaining([200]))
      expect(await prisma.orderEvent.count({ where: { orderId: order.id, to: 'cancelled' } })).toBe(status === 'paid' ? 0 : 1)
    }
    expect((await reconcile()).differences).toEqual([])
  })

  it('capturing and cancelling never takes money for an order that is over', async () => {
    for (let round = 0; round < 15; round++) {
      const order = await made('authorized')
      const answers = await Promise.all([captured({ transaction_id: order.id }), call('cancel', order.orderId), captured({ transaction_id: order.orderId })])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(await statusOf(order)).toBe(answers[1].status === 200 ? 'cancelled' : 'paid')
    }
  })

  it('authorizing and expiring never ends a reserved card', async () => {
    for (let round = 0; round < 10; round++) {
      const order = await made('pending')
      const [news, answer] = await Promise.all([announce({ orderId: order.id, news: 'authorize', actor: 'rail', at: new Date() }), call('expire', order.orderId)])
      expect([await statusOf(order), answer.status, news.kind]).toEqual(answer.status === 412 ? ['authorized', 412, 'applied'] : ['expired', 200, 'stale'])
    }
  })
})

describe('capturing', () => {
  it.each([85_000, '85000.00', undefined])('takes the authorized amount, sent as %s', async (gross_amount) => {
    const order = await made('authorized')
    expect((await captured({ transaction_id: order.id, gross_amount })).body).toMatchObject({
      status_code: '200', status_message: 'Success, Credit Card capture transaction is successful', settlement_time: expect.any(String) as unknown, tautan_status: 'paid',
    })
    expect((await captured({ transaction_id: order.id })).status).toBe(412)
  })

  it.each([[84_999, /^gross_amount .*85000.*partial/], ['all', /^gross_amount /], [0, /^gross_amount /], [1.5, /^gross_amount /], [null, /^gross_amount /]])('of %s is refused naming the field', async (gross_amount, message) => {
    const order = await made('authorized')
    const { status, body } = await captured({ transaction_id: order.id, gross_amount })
    expect([status, body]).toEqual([400, {
      status_code: '400', status_message: 'One or more parameters in the payload is invalid.', validation_messages: [expect.stringMatching(message)], id: expect.stringMatching(UUID) as unknown,
    }])
    expect(await statusOf(order)).toBe('authorized')
  })

  it('needs to know what', async () => {
    expect((await captured({})).body).toMatchObject({ status_code: '400', validation_messages: ['transaction_id is required'] })
    expect((await captured('')).status).toBe(400)
  })
})

describe("what is not this shop's", () => {
  const strip = ({ status, body }: ApiAnswer) => [status, { ...(body as Body), id: 'x' }]
  const GONE = [404, { status_code: '404', status_message: "Transaction doesn't exist.", id: 'x' }]

  it.each(Object.keys(HANDLERS) as Action[])('is answered by %s as if it were not there', async (action) => {
    const order = await made(action === 'cancel' || action === 'expire' ? 'pending' : 'paid')
    const stranger = await makeApiKey(await makeShop('Toko Lain'))
    const before = await statusOf(order)
    expect(strip(await call(action, order.orderId, { as: stranger }))).toEqual(GONE)
    expect(strip(await call(action, order.id, { as: stranger }))).toEqual(GONE)
    for (const id of ['nothing-1795246200123', randomUUID(), 'x'.repeat(5_000), 'a\0b', '%', '..', "' OR 1=1 --", 'é']) expect(strip(await call(action, encodeURIComponent(id).length > 200 ? id : id)), id).toEqual(GONE)
    expect(await statusOf(order)).toBe(before)
  })

  it('cannot be captured', async () => {
    const order = await made('authorized')
    const stranger = await makeApiKey(await makeShop('Toko Lain'))
    expect(strip(await captured({ transaction_id: order.id }, { as: stranger }))).toEqual(GONE)
    expect(strip(await captured({ transaction_id: randomUUID() }))).toEqual(GONE)
  })

  it('is what a key of the other mode sees, too', async () => {
    const order = await made('paid')
    const live = await makeApiKey({ ...scope, mode: 'live' })
    expect(strip(await call('status', order.id, { as: live }))).toEqual(GONE)
  })
})

describe('a key', () => {
  it.each([['read', ['status', 'b2b']], ['write', ['cancel', 'expire', 'approve', 'deny']], ['refund', ['refund', 'direct']]] as const)('with the scope %s may do that and nothing else', async (one, allowed) => {
    const limited = await makeApiKey(scope, [one])
    for (const action of Object.keys(HANDLERS) as Action[]) {
      const { status, body } = await call(action, 'nothing-1795246200123', { as: limited })
      expect([action, status, (body as Body)['status_code']]).toEqual([action, ...((allowed as readonly string[]).includes(action) ? [404, '404'] : [403, '403'])])
    }
  })

  it('that does not exist is told so in the words of the Core API', async () => {
    const { status, body } = await call('status', 'x', { as: 'SB-Tautan-server-nobody' })
    expect([status, body]).toMatchObject([401, { status_code: '401', status_message: 'Transaction cannot be authorized with the current client/server key.' }])
  })
})
