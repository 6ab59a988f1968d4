import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { inTransaction, queryRows } from '@/lib/database/sql'
import { createLink } from '@/lib/link/create-link'
import { createLinkSchema } from '@/lib/link/schema'
import type { OrderEventFacts } from '@/lib/notification/facts'
import { findOrderEvents } from '@/lib/notification/store'
import { announce } from '@/lib/order/announce'
import type { OrderNews } from '@/lib/order/status'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, linkInput, makeLink, makeOrder, makeShop, NOON, orderWish } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { planEmails } from './plan-emails'
import { planEndpointDisabledEmail } from './plan-endpoint-disabled-email'
import { planExpiryWarnings } from './plan-expiry-warnings'

useTestDatabase()

let shop: MerchantScope
let slug: string
let seller: string

beforeAll(async () => {
  shop = await makeShop()
  seller = (await prisma.user.findUniqueOrThrow({ where: { id: shop.userId ?? '' } })).email
  slug = (await makeLink(shop, { usageLimit: null })).slug
})

beforeEach(async () => {
  await prisma.emailMessage.deleteMany()
  await queryRows`DELETE FROM pgboss.job WHERE name = 'email'`
})

const factsOf = async (orderId: string): Promise<OrderEventFacts[]> => {
  const events = await prisma.orderEvent.findMany({ where: { orderId }, orderBy: { id: 'asc' } })
  return await inTransaction((sql) => findOrderEvents(sql, events.map(({ id }) => String(id))))
}
const plan = async (orderId: string, at = NOON) => {
  const events = await factsOf(orderId)
  await inTransaction((sql) => planEmails(sql, events, at))
}
const written = async () => (await prisma.emailMessage.findMany({ orderBy: [{ template: 'asc' }] })).map(({ template, to }) => `${template} → ${to}`)
const jobs = async () => (await queryRows<{ messageId: string }>`SELECT data->>'messageId' AS "messageId" FROM pgboss.job WHERE name = 'email'`).map(({ messageId }) => messageId).sort()
const tell = (orderId: string, news: Exclude<OrderNews, 'refund'>, at = later(NOON, 1)) => announce({ orderId, news, actor: 'rail', at })

describe('planning e-mails', () => {
  it('tells the customer how to pay, and writes a job for each message', async () => {
    const { id } = await makeOrder(slug)
    await plan(id)
    expect(await written()).toEqual(['paymentInstructions → sari@example.com'])
    expect(await jobs()).toEqual([(await prisma.emailMessage.findFirstOrThrow()).id])
  })

  it('writes nothing twice, however often it runs', async () => {
    const { id } = await makeOrder(slug)
    await tell(id, 'settle')
    for (let run = 0; run < 3; run += 1) await plan(id)
    expect(await written()).toEqual(['paymentInstructions → sari@example.com', 'receipt → sari@example.com', `sellerPaid → ${seller}`])
    expect(await jobs()).toHaveLength(3)
  })

  it('leaves nothing behind when the transaction does not commit', async () => {
    const { id } = await makeOrder(slug)
    const events = await factsOf(id)
    await expect(inTransaction(async (sql) => {
      await planEmails(sql, events, NOON)
      throw new Error('broken off')
    })).rejects.toThrow('broken off')
    expect([await written(), await jobs()]).toEqual([[], []])
  })

  it('tells both sides of money that came late', async () => {
    const { id } = await makeOrder(slug)
    await tell(id, 'cancel')
    await tell(id, 'settle', later(NOON, 2))
    await plan(id)
    expect(await written()).toEqual(['paidLate → sari@example.com', 'paymentInstructions → sari@example.com', `sellerNeedsLook → ${seller}`])
  })

  it.each(['deny', 'cancel', 'expire'] as const)('sends no further letter when an order ends by %s', async (news) => {
    const { id } = await makeOrder(slug)
    await tell(id, news)
    await plan(id)
    expect(await written()).toEqual(['paymentInstructions → sari@example.com'])
  })

  it('writes to nobody who left no address, and still to the seller', async () => {
    const { customer } = orderWish(slug)
    const { id } = await makeOrder(slug, { customer: { ...customer, name: 'Sari', phone: '0812-3456-7890', email: '' } })
    await tell(id, 'settle')
    await plan(id)
    expect(await written()).toEqual([`sellerPaid → ${seller}`])
  })

  it.each(['no address', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', '<a@b.example>'])('leaves %j out and writes the others', async (email) => {
    const { id } = await makeOrder(slug)
    await prisma.order.update({ where: { id }, data: { customerEmail: email } })
    await tell(id, 'settle')
    await plan(id)
    expect(await written()).toEqual([`sellerPaid → ${seller}`])
  })

  it('tells one address how to pay ten times an hour at most, in one batch or in many', async () => {
    const ids: string[] = []
    for (let order = 0; order < 12; order += 1) ids.push((await makeOrder(slug)).id)
    const facts = (await Promise.all(ids.map(factsOf))).flat()
    await inTransaction((sql) => planEmails(sql, facts.slice(0, 4), NOON))
    await inTransaction((sql) => planEmails(sql, facts.slice(4), NOON))
    expect(await written()).toHaveLength(10)
    await plan((await makeOrder(slug, {}, later(NOON, 61))).id, later(NOON, 61))
    expect(await written()).toHaveLength(11)
  })

  it('asks nobody to pay what can no longer be paid', async () => {
    const { id } = await makeOrder(slug)
    await plan(id, later(NOON, 25 * 60))
    expect(await written()).toEqual([])
  })

  it('writes many events at once, each shop’s to its own seller', async () => {
    const other = await makeShop('Toko Mawar')
    const otherSeller = (await prisma.user.findUniqueOrThrow({ where: { id: other.userId ?? '' } })).email
    const orders = [await makeOrder(slug), await makeOrder((await makeLink(other)).slug)]
    for (const { id } of orders) await tell(id, 'settle')
    const events = (await Promise.all(orders.map(({ id }) => factsOf(id)))).flat()
    await inTransaction((sql) => planEmails(sql, events, NOON))
    const sold = await prisma.emailMessage.findMany({ where: { template: 'sellerPaid' } })
    expect(new Map(sold.map(({ merchantId, to }) => [merchantId, to]))).toEqual(new Map([[shop.merchantId, seller], [other.merchantId, otherSeller]]))
  })
})

describe('reminding of the deadline', () => {
  // Orders of the tests before have nobody to remind.
  beforeEach(() => prisma.order.updateMany({ data: { customerEmail: null } }))

  const sweep = (minutes: number) => planExpiryWarnings({ at: later(NOON, minutes), limit: 10 })

  it('happens once, three hours before a day is over', async () => {
    const { id } = await makeOrder(slug)
    await sweep(20 * 60)
    expect(await written()).toEqual([])
    await sweep(22 * 60)
    await sweep(22 * 60)
    expect(await written()).toEqual(['expiryWarning → sari@example.com'])
    expect((await prisma.emailMessage.findFirstOrThrow()).orderId).toBe(id)
    expect(await jobs()).toHaveLength(1)
  })

  it.each([
    ['lives for two hours at most', { expiresAt: later(NOON, 120) }, 119],
    ['is paid', { status: 'paid', paidAt: NOON } as const, 22 * 60],
    ['is over', {}, 24 * 60],
    ['has no address', { customerEmail: null }, 22 * 60],
  ])('leaves out an order that %s', async (_, data, minutes) => {
    const { id } = await makeOrder(slug)
    if ('status' in data) await tell(id, 'settle')
    else await prisma.order.update({ where: { id }, data })
    await sweep(minutes)
    expect(await written()).toEqual([])
  })

  it('comes to every order, also when one sweep takes fewer than there are', async () => {
    for (let index = 0; index < 3; index += 1) await makeOrder(slug)
    const sweepOne = () => planExpiryWarnings({ at: later(NOON, 22 * 60), limit: 1 })
    while (await sweepOne());
    expect(await written()).toHaveLength(3)
  })

  it('is not kept going by an address that no mail can go to', async () => {
    const { id } = await makeOrder(slug)
    await prisma.order.update({ where: { id }, data: { customerEmail: 'nowhere' } })
    expect(await planExpiryWarnings({ at: later(NOON, 22 * 60), limit: 1 })).toBe(false)
  })
})

describe('a link for one customer', () => {
  const customer = { firstName: 'Budi', lastName: 'Santoso', email: 'budi@example.com', phone: '', notes: '' }

  it('is announced to them, once, also when its form is sent twice', async () => {
    const values = createLinkSchema.parse(linkInput({ customer }))
    for (let tries = 0; tries < 2; tries += 1) await createLink(shop, values, { timeZone: 'Asia/Jakarta', at: NOON })
    expect(await written()).toEqual(['linkCreated → budi@example.com'])
    expect(await jobs()).toHaveLength(1)
  })

  it('is announced to nobody without an address, or when it was not made', async () => {
    await makeLink(shop, { customer: { ...customer, email: '' } })
    await createLink(shop, createLinkSchema.parse(linkInput({ customer, slug })), { timeZone: 'Asia/Jakarta', at: NOON })
    expect([await written(), await jobs()]).toEqual([[], []])
  })
})

it('a webhook that is switched off is told to its owner, once for each time', async () => {
  const endpoint = { merchantId: shop.merchantId, mode: 'test', endpointId: '01933b2e-0000-7000-8000-000000000001', url: 'https://a.example/x', reason: 'gone' } as const
  for (const at of [NOON, NOON, later(NOON, 60)]) await inTransaction((sql) => planEndpointDisabledEmail(sql, { ...endpoint, at }))
  expect(await written()).toEqual([`endpointDisabled → ${seller}`, `endpointDisabled → ${seller}`])
})
