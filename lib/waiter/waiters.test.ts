import { beforeEach, describe, expect, it } from 'vitest'
import { findCheckoutLink } from '@/lib/checkout/queries'
import { prisma } from '@/lib/database/client'
import { listNews } from '@/lib/news/store'
import { announceEvents } from '@/lib/notification/announce-events'
import { announce } from '@/lib/order/announce'
import { applyLinkChange } from '@/lib/link/change-link-state'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop, NOON, wishedLink } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { eraseOldWaiters } from './erase-old-waiters'
import { joinWaiters } from './join-waiters'
import { WAITERS_PER_LINK } from './rules'
import { eraseWaiter, listWaiters } from './store'

useTestDatabase()

const DAY = 24 * 60

let scope: MerchantScope
beforeEach(async () => {
  scope = await makeShop()
})

const wait = async (slug: string, phone: string, at = NOON) => {
  const link = await findCheckoutLink(slug)
  if (!link) throw new Error('no link')
  return await joinWaiters(link, phone, at)
}
const pausedLink = async () => {
  const link = await makeLink(scope)
  await applyLinkChange(scope, link.id, 'pause', NOON)
  return link
}
const phones = async (id: string) => (await listWaiters(scope, id)).map(({ phone }) => phone)
const tell = async (orderId: string) => {
  const events = await prisma.orderEvent.findMany({ where: { orderId } })
  await announceEvents(events.map((event) => ({ eventId: String(event.id) })))
}
const freed = async (who = scope) => (await listNews(who)).filter(({ type }) => type === 'slot.freed')

describe('waiting for a closed link', () => {
  it('keeps a number once, however it is written, the longest waiting first', async () => {
    const { id, slug } = await pausedLink()
    expect(await wait(slug, '0812-3456-7890')).toBe('waiting')
    expect(await wait(slug, '+62 812 3456 7891', later(NOON, 1))).toBe('waiting')
    for (const same of ['+62 812 3456 7890', '6281234567890', '(0812) 3456.7890']) expect(await wait(slug, same, later(NOON, 2))).toBe('waiting')
    await Promise.all(Array.from({ length: 5 }, () => wait(slug, '0812-3456-7890', later(NOON, 3))))
    expect(await phones(id)).toEqual(['6281234567890', '6281234567891'])
  })

  it.each(['', 'abc', '0812', '1'.repeat(40), '0812 3456 7890 9999 9999', '<script>', '+0', "0812'; DROP TABLE links;--", '\0'])('refuses what is no number: %j', async (phone) => {
    const { id, slug } = await pausedLink()
    expect(await wait(slug, phone)).toBe('phoneInvalid')
    expect(await phones(id)).toEqual([])
  })

  it('is for links that may open again', async () => {
    const open = await makeLink(scope)
    const deleted = await makeLink(scope)
    await applyLinkChange(scope, deleted.id, 'delete', NOON)
    const personal = await wishedLink(scope, { usageLimit: 1, customer: { firstName: 'Sari', lastName: '', email: '', phone: '0812', notes: '' } })
    await applyLinkChange(scope, personal.id, 'pause', NOON)
    const held = await makeLink(scope)
    await makeOrder(held.slug)
    expect(await Promise.all([open, deleted, personal, held].map(({ slug }) => wait(slug, '081234567890')))).toEqual(['open', 'notWaiting', 'notWaiting', 'waiting'])
  })

  it('ends at a limit for each link, also in a crowd', async () => {
    const { id, slug } = await pausedLink()
    const link = await prisma.link.findUniqueOrThrow({ where: { id } })
    await prisma.slotWaiter.createMany({
      data: Array.from({ length: WAITERS_PER_LINK - 2 }, (_, index) => ({ id: crypto.randomUUID(), merchantId: link.merchantId, mode: 'test' as const, linkId: id, phone: `6285${10_000_000 + index}`, at: NOON })),
    })
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => wait(slug, `0812345678${10 + index}`)))
    expect(answers.filter((answer) => answer === 'waiting')).toHaveLength(2)
    expect(answers.filter((answer) => answer === 'full')).toHaveLength(8)
    expect(await prisma.slotWaiter.count({ where: { linkId: id } })).toBe(WAITERS_PER_LINK)
    expect(await wait(slug, '085 1000 0000')).toBe('waiting')
  })

  it('is known to the own shop alone, whose telling erases the number', async () => {
    const { id, slug } = await pausedLink()
    const stranger = await makeShop()
    await wait(slug, '081234567890')
    const [waiter] = await listWaiters(scope, id)
    expect(await listWaiters(stranger, id)).toEqual([])
    expect(await eraseWaiter(stranger, waiter?.id ?? '')).toBe(false)
    expect(await eraseWaiter(scope, waiter?.id ?? '')).toBe(true)
    expect(await prisma.slotWaiter.count({ where: { linkId: id } })).toBe(0)
  })

  it('ends after 30 days', async () => {
    const { id, slug } = await pausedLink()
    await wait(slug, '081234567890', NOON)
    await wait(slug, '081234567891', later(NOON, 2 * DAY))
    expect(await eraseOldWaiters({ at: later(NOON, 30 * DAY), limit: 200 })).toBe(false)
    expect(await phones(id)).toHaveLength(2)
    await eraseOldWaiters({ at: later(NOON, 31 * DAY), limit: 200 })
    expect(await phones(id)).toEqual(['6281234567891'])
  })
})

describe('a place that comes free', () => {
  it('is told in the bell while somebody waits, once', async () => {
    const { id, slug } = await makeLink(scope)
    const order = await makeOrder(slug)
    await wait(slug, '081234567890')
    await wait(slug, '081234567891', later(NOON, 1))
    await announce({ orderId: order.id, news: 'deny', actor: 'rail', at: later(NOON, 5) })
    await tell(order.id)
    await tell(order.id)
    expect(await freed()).toMatchObject([{ data: { linkId: id, name: 'Kerudung voal motif', waiting: 2 }, at: later(NOON, 5) }])
    const next = await makeOrder(slug, {}, later(NOON, 6))
    await announce({ orderId: next.id, news: 'deny', actor: 'rail', at: later(NOON, 7) })
    await tell(next.id)
    expect(await freed()).toHaveLength(1)
  })

  it('is told again for the next in line once the first was told', async () => {
    const { id, slug } = await makeLink(scope)
    for (const minute of [1, 2]) {
      const order = await makeOrder(slug, {}, later(NOON, minute))
      await wait(slug, '081234567890', later(NOON, 1))
      await wait(slug, '081234567891', later(NOON, 2))
      await announce({ orderId: order.id, news: 'deny', actor: 'rail', at: later(NOON, minute) })
      await tell(order.id)
      const [first] = await listWaiters(scope, id)
      await eraseWaiter(scope, first?.id ?? '')
    }
    expect(await freed()).toHaveLength(2)
  })

  it('is no news when somebody else took it before it could be told', async () => {
    const { slug } = await makeLink(scope)
    const order = await makeOrder(slug)
    await wait(slug, '081234567890')
    await announce({ orderId: order.id, news: 'deny', actor: 'rail', at: later(NOON, 1) })
    await makeOrder(slug, {}, later(NOON, 2))
    await tell(order.id)
    expect(await freed()).toEqual([])
  })

  it('is no news without anybody waiting, while the link is closed, or when it was paid', async () => {
    const nobody = await makeLink(scope)
    const closed = await makeLink(scope)
    const paid = await makeLink(scope)
    const orders = await Promise.all([nobody, closed, paid].map(({ slug }) => makeOrder(slug)))
    for (const { slug } of [closed, paid]) await wait(slug, '081234567890')
    await applyLinkChange(scope, closed.id, 'pause', NOON)
    for (const [index, news] of (['deny', 'deny', 'settle'] as const).entries()) {
      await announce({ orderId: orders[index]?.id ?? '', news, actor: 'rail', at: later(NOON, 1) })
      await tell(orders[index]?.id ?? '')
    }
    expect(await freed()).toEqual([])
  })
})
