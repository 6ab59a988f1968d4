import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { databasePool, prisma } from '@/lib/database/client'
import { inTransaction } from '@/lib/database/sql'
import { updateLink } from '@/lib/link/update-link'
import { newRowId, secretToken } from '@/lib/platform/ids'
import { makeLink, makeShop, later, NOON, wishedLink } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { insertHeldOrder, type HeldOrder } from './store'

useTestDatabase()

const orderOf = (link: { id: string }, fields: Partial<HeldOrder> = {}): HeldOrder => ({
  id: newRowId(NOON.getTime()), token: secretToken(), submissionId: randomUUID(), link: { id: link.id, version: 1 }, price: 85_000,
  paymentMethod: 'bca_va', instructions: { kind: 'card' }, customer: { name: 'Sari', email: null, phone: null }, locale: 'id',
  expiresAt: later(NOON, 60), at: NOON, ...fields,
})

/** All at the same moment, and how many statements it took. */
async function hold(orders: readonly HeldOrder[]): Promise<{ outcomes: string[]; statements: number }> {
  const query = vi.spyOn(databasePool, 'query')
  try {
    const outcomes = await Promise.all(orders.map((order) => insertHeldOrder(order)))
    return { outcomes, statements: query.mock.calls.length }
  } finally {
    query.mockRestore()
  }
}

const countersOf = async ({ id }: { id: string }) => await prisma.link.findUniqueOrThrow({ where: { id }, select: { heldCount: true, lastOrderMs: true } })

describe('orders of the same moment', () => {
  it('share one statement, whatever their links and shops, each with its own place, event and job', async () => {
    const links = await Promise.all(Array.from({ length: 5 }, async () => await makeLink(await makeShop())))
    const orders = links.map((link) => orderOf(link))
    expect(await hold(orders)).toEqual({ outcomes: Array(5).fill('held'), statements: 1 })
    for (const [index, link] of links.entries()) {
      expect(await countersOf(link)).toMatchObject({ heldCount: 1 })
      expect(await prisma.order.findMany({ where: { linkId: link.id }, select: { id: true, events: { select: { type: true } } } }))
        .toEqual([{ id: orders[index]?.id, events: [{ type: 'placed' }] }])
    }
    const events = await prisma.orderEvent.findMany({ where: { orderId: { in: orders.map(({ id }) => id) } }, select: { id: true } })
    const jobs = await prisma.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'order-event' AND data->>'eventId' = ANY(${events.map(({ id }) => String(id))})`
    expect(jobs).toEqual([{ n: 5 }])
  })

  it('of one link take its places in their turn, exactly as many as are left, with numbers of their own', async () => {
    const link = await makeLink(await makeShop(), { usageLimit: 7 })
    const { outcomes, statements } = await hold(Array.from({ length: 20 }, () => orderOf(link)))
    expect(outcomes).toEqual([...Array<string>(7).fill('held'), ...Array<string>(13).fill('refused')])
    expect(statements).toBe(1)
    const numbers = (await prisma.order.findMany({ where: { linkId: link.id }, orderBy: { orderId: 'asc' } })).map(({ orderId }) => Number(orderId.slice(-13)))
    expect(numbers).toEqual(Array.from({ length: 7 }, (_, index) => NOON.getTime() + index))
    expect(await countersOf(link)).toEqual({ heldCount: 7, lastOrderMs: BigInt(NOON.getTime() + 6) })
    expect((await hold([orderOf(link), orderOf(link)])).outcomes).toEqual(['refused', 'refused'])
  })

  it('are each refused for what is theirs alone: an outdated link, another price, a period that is over', async () => {
    const scope = await makeShop()
    const [good, edited, ended] = [await makeLink(scope), await makeLink(scope), await makeLink(scope, { expiry: { kind: 'after', amount: 5, unit: 'minutes' } })]
    const open = await wishedLink(scope, { openAmount: { minimum: 10_000, maximum: 20_000, preset: null } })
    await updateLink(scope, edited.orderId, () => ({ title: 'Lain' }), NOON)
    const { outcomes } = await hold([
      orderOf(edited), orderOf(good, { price: 84_999 }), orderOf(good), orderOf(ended, { at: later(NOON, 6) }), orderOf(open, { price: 20_001 }), orderOf(open, { price: 20_000 }),
    ])
    expect(outcomes).toEqual(['refused', 'refused', 'held', 'refused', 'refused', 'held'])
  })

  it('make one order of a form that was sent twice, and the others are as if nothing had been', async () => {
    const [link, other] = [await makeLink(await makeShop(), { usageLimit: 10 }), await makeLink(await makeShop())]
    const order = orderOf(link)
    const { outcomes } = await hold([order, orderOf(link, { submissionId: order.submissionId }), orderOf(other)])
    expect(outcomes.toSorted()).toEqual(['held', 'held', 'submittedBefore'])
    expect(await countersOf(link)).toMatchObject({ heldCount: 1 })
    expect(await countersOf(other)).toMatchObject({ heldCount: 1 })
  })

  it('do not fail with one that the database cannot take', async () => {
    const [link, other] = [await makeLink(await makeShop()), await makeLink(await makeShop())]
    const broken = orderOf(link, { customer: { name: 'x'.repeat(102), email: null, phone: null } })
    const answers = await Promise.allSettled([insertHeldOrder(broken), insertHeldOrder(orderOf(other))])
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(await countersOf(link)).toMatchObject({ heldCount: 0 })
    expect(await countersOf(other)).toMatchObject({ heldCount: 1 })
  })

  it('do not wait for a link that somebody else is changing', async () => {
    const [busy, free] = [await makeLink(await makeShop()), await makeLink(await makeShop())]
    let waiting: Promise<string> | undefined
    await inTransaction(async (sql) => {
      await sql.execute`UPDATE links SET title = 'Lain' WHERE id = ${busy.id}::uuid`
      const both = [insertHeldOrder(orderOf(busy)), insertHeldOrder(orderOf(free))] as const
      waiting = both[0]
      expect(await both[1]).toBe('held')
      expect(await countersOf(free)).toMatchObject({ heldCount: 1 })
    })
    expect(await waiting).toBe('held')
    expect(await countersOf(busy)).toMatchObject({ heldCount: 1 })
  })
})

describe('an order that comes alone', () => {
  it('is one statement too, and waits for who is changing its link', async () => {
    const link = await makeLink(await makeShop())
    expect(await hold([orderOf(link)])).toEqual({ outcomes: ['held'], statements: 1 })
  })

  it('takes no place when its transaction is rolled back', async () => {
    const link = await makeLink(await makeShop())
    await expect(inTransaction(async (sql) => {
      expect(await insertHeldOrder(orderOf(link), sql)).toBe('held')
      throw new Error('back')
    })).rejects.toThrow('back')
    expect(await countersOf(link)).toMatchObject({ heldCount: 0 })
  })
})
