import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { announce } from '@/lib/order/announce'
import { makeLinkClient, orderOn } from '@/prisma/testing/payment-links'
import { useTestDatabase } from '@/prisma/testing/test-database'

useTestDatabase()

describe('DELETE /v1/payment-links/{order_id}', () => {
  it('deletes once, says so in Midtrans’ words, and keeps orders payable and both IDs taken', async () => {
    const { create, remove, list, scope } = await makeLinkClient()
    const slug = await create('once')
    const id = await orderOn(slug)
    const answers = await Promise.all([remove('once'), remove('once')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(answers.find(({ status }) => status === 200)?.text).toBe('{"message":"Payment Link with Order ID once deleted"}')
    expect((await announce({ orderId: id, news: 'settle', actor: 'rail', at: new Date() })).kind).not.toBe('impossible')
    expect((await prisma.order.findUniqueOrThrow({ where: { id } })).status).toBe('paid')
    await expect(create('once')).rejects.toThrow('The Order ID')
    expect((await list()).body.payment_links).toEqual([])
    expect((await list('?status=deleted')).body.payment_links).toMatchObject([{ order_id: 'once', status: 'deleted', last_snap_transaction_status: 'SETTLEMENT' }])
    expect(await prisma.linkEvent.count({ where: { merchantId: scope.merchantId, type: 'deleted' } })).toBe(1)
  })
})
