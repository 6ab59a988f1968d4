import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { reconcile } from '@/lib/ledger/reconcile'
import { applyLinkChange } from '@/lib/link/change-link-state'
import type { OrderStatus } from '@/lib/order/status'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { makeTransactionClient, statusOf, type Stage, type TransactionAction, type TransactionClient } from '@/prisma/testing/transactions'
import { refundedSchema, transactionListSchema, transactionSchema } from './schema'

useTestDatabase()

let api: TransactionClient
beforeAll(async () => {
  api = await makeTransactionClient()
})

const sha512 = (text: string) => createHash('sha512').update(text).digest('hex')
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const STAGES: Stage[] = ['pending', 'overdue', 'authorized', 'paid', 'paid_late', 'partially_refunded', 'refunded', 'denied', 'cancelled', 'expired']

/** status_code of the answer, transaction_status in it, and the order's status afterwards, by action and stage; whatever is not here is a 412 that changes nothing. */
const TABLE: Record<TransactionAction | 'capture', Partial<Record<Stage, [code: string, transactionStatus: string, after: OrderStatus]>>> = {
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
    const order = await api.made(stage)
    const stored = await statusOf(order)
    const { status, body } = action === 'capture' ? await api.capture({ transaction_id: order.id }) : await api.call(action, order.orderId)
    const expected = TABLE[action][stage]
    if (!expected) {
      expect([status, body]).toEqual([412, { status_code: '412', status_message: 'Merchant cannot modify the status of the transaction', id: expect.stringMatching(UUID) as unknown }])
      // Asking about one that is overdue may write that down.
      return expect(stage === 'overdue' ? ['pending', 'expired'] : [stored]).toContain(await statusOf(order))
    }
    const [code, transactionStatus, after] = expected
    expect(status).toBe(code === '407' || code === '202' ? 200 : Number(code))
    expect(body).toMatchObject({
      status_code: code, transaction_status: transactionStatus, transaction_id: order.id, order_id: order.orderId, gross_amount: '85000.00', currency: 'IDR', merchant_id: api.scope.merchantId,
      signature_key: sha512(`${order.orderId}${code}85000.00${api.key}`),
    })
    const parsed = (action === 'refund' || action === 'direct' ? refundedSchema : transactionSchema).strict().safeParse(body)
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(await statusOf(order)).toBe(after)
  })

  it.each([
    ['status', 'paid', 'Success, transaction is found'], ['cancel', 'pending', 'Success, transaction is canceled'], ['expire', 'pending', 'Success, transaction has expired'],
    ['refund', 'paid', 'Success, refund request is approved'], ['direct', 'paid', 'Success, refund request is approved by the bank'],
  ] as const)('%s of one that is %s says "%s"', async (action, stage, message) => {
    expect((await api.call(action, (await api.made(stage)).id)).body).toMatchObject({ status_message: message })
  })

  it('leaves the money as it was counted, wherever it went', async () => {
    expect((await reconcile()).differences).toEqual([])
  })

  it('gives the place back at once', async () => {
    const order = await api.made('pending')
    const link = () => prisma.link.findUniqueOrThrow({ where: { id: order.linkId }, select: { heldCount: true, usedCount: true } })
    expect(await link()).toEqual({ heldCount: 1, usedCount: 0 })
    await api.call('cancel', order.orderId)
    expect(await link()).toEqual({ heldCount: 0, usedCount: 0 })
    expect(await prisma.orderEvent.findFirst({ where: { orderId: order.id, to: 'cancelled' } })).toMatchObject({ actor: 'seller', actorId: null })
  })

  it('is found by transaction ID as by order ID, also when its link was deleted', async () => {
    const order = await api.made('paid')
    await applyLinkChange(api.scope, order.linkId, 'delete', new Date())
    const answers = await Promise.all([api.call('status', order.id), api.call('status', order.orderId), api.call('status', order.id.toUpperCase())])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect((await api.call('refund', order.id)).body).toMatchObject({ transaction_status: 'refund' })
  })

  it('is told in a list for B2B', async () => {
    const order = await api.made('expired')
    const { status, body } = await api.call('b2b', order.orderId)
    expect(status).toBe(200)
    expect(transactionListSchema.safeParse(body).success).toBe(true)
    expect(body).toEqual({ status_code: '200', status_message: 'Success, transaction is found', id: expect.stringMatching(UUID) as unknown, transactions: [(await api.call('status', order.id)).body] })
  })

  it('tells how it is paid, in GMT+7, and what its link was sent with', async () => {
    const order = await api.made('paid', 'bca_va')
    await prisma.link.update({ where: { id: order.linkId }, data: { customFields: { custom_field2: 'dua' }, metadata: { rak: [7] } } })
    const row = await prisma.order.findUniqueOrThrow({ where: { id: order.id } })
    const gmt7 = (at: Date | null) => new Date((at?.getTime() ?? 0) + 7 * 3_600_000).toISOString().replace('T', ' ').slice(0, 19)
    const { body } = await api.call('status', order.orderId)
    expect(transactionSchema.strict().safeParse(body).success).toBe(true)
    expect(body).toMatchObject({
      payment_type: 'bank_transfer', va_numbers: [{ bank: 'bca', va_number: (row.instructions as { number: string }).number }], payment_amounts: [], fraud_status: 'accept',
      transaction_time: gmt7(row.createdAt), settlement_time: gmt7(row.paidAt), expiry_time: gmt7(row.expiresAt), custom_field2: 'dua', metadata: { rak: [7] }, tautan_status: 'paid',
    })
    expect(body).not.toHaveProperty('custom_field1')
  })
})
