import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { NOON, later, linkInput, makeLink, makeOrder, makeShop } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { applyLinkChange } from './change-link-state'
import { createLink } from './create-link'
import { LINK_STATUSES } from './filter'
import { createLinkSchema } from './schema'
import { countLinks, findLink, listLinks } from './store'

useTestDatabase()

const create = (scope: Awaited<ReturnType<typeof makeShop>>, input: ReturnType<typeof linkInput>) =>
  createLink(scope, createLinkSchema.parse(input), { timeZone: 'Asia/Jakarta', at: NOON })

describe('createLink', () => {
  it('stores what was typed and shows it unchanged', async () => {
    const scope = await makeShop()
    const name = `<script>alert("x")</script> 'قميص' 👗 %_\\`
    const { id } = await makeLink(scope, { items: [{ name, price: '85.000', quantity: 3 }], title: 'Kerudung', usageLimit: '20' })
    expect(await findLink(scope, id, NOON)).toMatchObject({
      items: [{ name, price: 85_000, quantity: 3 }], amount: 255_000, usageLimit: 20, name: 'Kerudung', status: 'active',
    })
  })

  it('names the field whose ID is taken, and an order ID may be used again by another shop only', async () => {
    const [melati, mawar] = [await makeShop(), await makeShop()]
    const first = await makeLink(melati)
    expect(await create(melati, linkInput({ orderId: first.orderId }))).toEqual({ ok: false, error: { kind: 'invalid', fields: { orderId: 'orderIdTaken' } } })
    expect(await create(mawar, linkInput({ slug: first.slug }))).toEqual({ ok: false, error: { kind: 'invalid', fields: { slug: 'slugTaken' } } })
    expect(await create(mawar, linkInput({ orderId: first.orderId }))).toMatchObject({ ok: true })
  })

  it('keeps an order ID and an address taken after the link is deleted', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope)
    await applyLinkChange(scope, link.id, 'delete', NOON)
    expect(await create(scope, linkInput({ orderId: link.orderId }))).toMatchObject({ error: { fields: { orderId: 'orderIdTaken' } } })
    expect(await create(scope, linkInput({ slug: link.slug }))).toMatchObject({ error: { fields: { slug: 'slugTaken' } } })
  })

  it('makes one link of a form that was sent twenty times at once', async () => {
    const scope = await makeShop()
    const input = linkInput()
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(scope, input)))
    const ids = new Set(answers.map((answer) => (answer.ok ? answer.value.id : JSON.stringify(answer.error))))
    expect(ids.size).toBe(1)
    expect(await prisma.link.count({ where: { merchantId: scope.merchantId } })).toBe(1)
  })

  it('lets exactly one of twenty racing forms have an order ID', async () => {
    const scope = await makeShop()
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(scope, linkInput({ orderId: 'SAMA' }))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers) {
      if (!answer.ok) expect(answer.error).toEqual({ kind: 'invalid', fields: { orderId: 'orderIdTaken' } })
    }
  })
})

describe('listLinks', () => {
  it('pages through every link once, newest first, also when many were made in one moment', async () => {
    const scope = await makeShop()
    const made: string[] = []
    for (let index = 0; index < 120; index++) {
      made.push((await makeLink(scope, {}, later(NOON, Math.floor(index / 40)))).id)
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listLinks(scope, { q: undefined, status: undefined, cursor }, NOON)
      const times = page.links.map(({ createdAt }) => createdAt.getTime())
      expect(times).toEqual(times.toSorted((a, b) => b - a))
      seen.push(...page.links.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toHaveLength(120)
    expect(new Set(seen)).toEqual(new Set(made))
  })

  it.each([
    ['a part of the order ID', 'oal-03'],
    ['the address', 'kerudung-motif'],
    ['an item, whatever its case', 'KERUDUNG VOAL'],
    ['the second item', 'ongkir'],
    ['the customer', 'wulandari'],
    ['two characters', 'vo'],
    ['a percent sign, literally', '100%'],
  ])('finds a link by %s', async (_, q) => {
    const scope = await makeShop()
    const { id } = await makeLink(scope, {
      orderId: 'VOAL-0391',
      slug: `kerudung-motif-${scope.merchantId.slice(0, 8)}${scope.merchantId.slice(-4)}`,
      items: [{ name: 'Kerudung Voal 100% katun', price: 1_000, quantity: 1 }, { name: 'Ongkir', price: 1_000, quantity: 1 }],
      customer: { firstName: 'Sari', lastName: 'Wulandari', email: '', phone: '', notes: '' },
    })
    await makeLink(scope, { items: [{ name: 'Brownies 1000', price: 1_000, quantity: 1 }] })
    const { links } = await listLinks(scope, { q, status: undefined, cursor: undefined }, NOON)
    expect(links.map((link) => link.id)).toEqual([id])
  })

  it('takes a whole ID for the one link that it names, and a part of it, or a word, for every link that contains it', async () => {
    const scope = await makeShop()
    const slug = `kopi-7-${scope.merchantId.slice(-8)}`
    const one = await makeLink(scope, { orderId: 'INV-1', slug })
    const ten = await makeLink(scope, { orderId: 'INV-10' })
    await makeLink(await makeShop(), { orderId: 'INV-1' })
    const found = async (q: string, status?: 'paused') => (await listLinks(scope, { q, status, cursor: undefined }, NOON)).links.map(({ id }) => id)
    expect(await found('INV-1')).toEqual([one.id])
    expect(await found(slug.toUpperCase())).toEqual([one.id])
    expect((await found('inv-1')).toSorted()).toEqual([one.id, ten.id].toSorted())
    expect((await found('INV')).toSorted()).toEqual([one.id, ten.id].toSorted())
    await applyLinkChange(scope, ten.id, 'pause', NOON)
    expect(await found('INV-1', 'paused')).toEqual([ten.id])
    await applyLinkChange(scope, one.id, 'delete', NOON)
    expect(await found('INV-1')).toEqual([ten.id])
    // Two links that one text names: both contain it.
    const third = await makeLink(scope, { orderId: slug })
    await applyLinkChange(scope, one.id, 'restore', NOON)
    expect((await found(slug)).toSorted()).toEqual([one.id, third.id].toSorted())
  })

  it('takes a broken cursor for the first page', async () => {
    const scope = await makeShop()
    const { id } = await makeLink(scope)
    for (const cursor of ['x', 'eyJ9', Buffer.from('[1e400,"x"]').toString('base64url')]) {
      expect((await listLinks(scope, { q: undefined, status: undefined, cursor }, NOON)).links).toMatchObject([{ id }])
    }
  })

  it('filters and counts by status exactly as a status is derived, over every kind of link', async () => {
    const scope = await makeShop()
    const minute = fc.option(fc.integer({ min: -3, max: 3 }), { nil: null })
    const facts = fc.record({
      state: fc.constantFrom('active' as const, 'paused' as const, 'deleted' as const),
      startsAt: minute,
      expiresAt: minute,
      usageLimit: fc.option(fc.integer({ min: 1, max: 2 }), { nil: null }),
      usedCount: fc.integer({ min: 0, max: 2 }),
    }).filter(({ startsAt, expiresAt, usageLimit, usedCount }) =>
      (startsAt === null || expiresAt === null || startsAt < expiresAt) && (usageLimit === null || usedCount <= usageLimit))
    const at = (minutes: number | null) => (minutes === null ? null : later(NOON, minutes))
    for (const { state, startsAt, expiresAt, ...counts } of fc.sample(facts, { numRuns: 150, seed: 20_261_120 })) {
      const { id } = await makeLink(scope)
      await prisma.link.update({
        where: { id },
        data: { ...counts, state, startsAt: at(startsAt), expiresAt: at(expiresAt), deletedAt: state === 'deleted' ? NOON : null },
      })
    }
    const counts = await countLinks(scope, NOON)
    let all = 0
    for (const status of LINK_STATUSES) {
      const { links } = await listLinks(scope, { q: undefined, status, cursor: undefined }, NOON)
      expect(links.length).toBeGreaterThan(0)
      expect(new Set(links.map((link) => link.status))).toEqual(new Set([status]))
      if (links.length < 50) expect(counts?.[status]).toBe(links.length)
      all += counts?.[status] ?? 0
    }
    expect(all).toBe(150)
  })
})

describe('applyLinkChange', () => {
  it('deletes softly, and brings a paused link back paused', async () => {
    const scope = await makeShop()
    const { id } = await makeLink(scope)
    for (const [change, status] of [['pause', 'paused'], ['delete', 'deleted'], ['delete', 'deleted'], ['restore', 'paused'], ['resume', 'active']] as const) {
      expect(await applyLinkChange(scope, id, change, NOON)).toEqual({ ok: true, value: null })
      expect(await findLink(scope, id, NOON)).toMatchObject({ status })
    }
    const events = await prisma.linkEvent.findMany({ where: { linkId: id }, orderBy: { id: 'asc' }, select: { type: true } })
    expect(events.map(({ type }) => type)).toEqual(['created', 'paused', 'deleted', 'restored', 'resumed'])
  })

  it('leaves the orders of a deleted link as they are', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope, { usageLimit: 2 })
    const order = await makeOrder(link.slug)
    await applyLinkChange(scope, link.id, 'delete', NOON)
    expect(await prisma.order.findUnique({ where: { id: order.id } })).toMatchObject({ status: 'pending' })
  })
})

describe('the database itself', () => {
  it('refuses a link that is used beyond its limit, whatever the code does', async () => {
    const scope = await makeShop()
    const { id } = await makeLink(scope)
    await expect(prisma.link.update({ where: { id }, data: { usedCount: 2 } })).rejects.toThrow(/links_usage_within_limit/)
  })

  it('refuses to change or remove history', async () => {
    const scope = await makeShop()
    const { slug } = await makeLink(scope)
    await makeOrder(slug)
    await expect(prisma.$executeRaw`UPDATE order_events SET reason = 'x'`).rejects.toThrow(/never changed/)
    await expect(prisma.$executeRaw`DELETE FROM link_events`).rejects.toThrow(/never changed/)
  })
})
