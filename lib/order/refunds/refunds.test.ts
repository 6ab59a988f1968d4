import { beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { sql } from '@/lib/database/sql'
import { planEmails } from '@/lib/email/plan-emails'
import { findOrderEvents } from '@/lib/notification/store'
import { refundOrder } from '@/lib/refund/refund-order'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { announce } from '../announce'
import { findOrder } from '../queries'

useTestDatabase()

let shop: MerchantScope
beforeEach(async () => {
  shop = await makeShop()
  await prisma.user.create({ data: { id: `u-${shop.merchantId}`, name: 'Wulan', email: `wulan-${shop.merchantId}@melati.id` } })
})

const asked = { refundKey: 'R-1', amount: 20_000, reason: 'Satu barang kosong', channel: 'manual' } as const

async function refunded({ email, userId }: { email: string; userId: string | null }) {
  const { slug } = await makeLink(shop)
  const { id } = await makeOrder(slug, { method: 'gopay', customer: { name: 'Sari', phone: '0812-3456-7890', email } })
  await announce({ orderId: id, news: 'settle', actor: 'rail', at: later(NOON, 5) })
  const scope = mintScope({ ...shop, userId })
  expect((await refundOrder(scope, { orderId: id, ...asked }, later(NOON, 10))).ok).toBe(true)
  const events = await prisma.orderEvent.findMany({ where: { orderId: id, type: 'refund' } })
  const tell = async () => await planEmails(sql, await findOrderEvents(sql, events.map((event) => String(event.id))), later(NOON, 11))
  const seen = async (at = later(NOON, 20)) => (await findOrder(shop, id, at))?.refunds
  return { id, tell, seen }
}

describe("an order's refund", () => {
  it('says who asked for it, why, what is left, and what became of the letter about it', async () => {
    const { id, tell, seen } = await refunded({ email: 'sari@example.com', userId: `u-${shop.merchantId}` })
    expect(await seen()).toEqual([expect.objectContaining({ amount: 20_000, reason: 'Satu barang kosong', channel: 'manual', state: 'succeeded', by: `wulan-${shop.merchantId}@melati.id`, letter: null })])
    // Its letter is written by a job: at first there is none yet.
    expect(await seen(later(NOON, 10))).toEqual([expect.objectContaining({ letter: 'pending' })])
    await prisma.merchant.update({ where: { id: shop.merchantId }, data: { mutedLetters: ['refund'] } })
    expect(await seen(later(NOON, 10))).toEqual([expect.objectContaining({ letter: null })])
    await prisma.merchant.update({ where: { id: shop.merchantId }, data: { mutedLetters: [] } })
    await tell()
    expect(await seen()).toEqual([expect.objectContaining({ letter: 'pending' })])
    await prisma.emailMessage.updateMany({ where: { orderId: id }, data: { state: 'kept' } })
    expect(await seen()).toEqual([expect.objectContaining({ letter: 'kept' })])
    expect((await findOrder(shop, id, later(NOON, 20)))?.refundable.amount).toBe(65_000)
  })

  it("is the shop's own server's when nobody was signed in, and no letter goes to nobody", async () => {
    const { tell, seen } = await refunded({ email: '', userId: null })
    expect(await seen(later(NOON, 10))).toEqual([expect.objectContaining({ letter: null })])
    await tell()
    expect(await seen()).toEqual([expect.objectContaining({ by: null, letter: null })])
  })
})
