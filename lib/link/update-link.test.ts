import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { updateLinkRow } from './edit/store'
import { findLinkRecord } from './record/store'
import { updateLink } from './update-link'

useTestDatabase()

async function seenLink() {
  const scope = await makeShop()
  const { orderId, slug } = await makeLink(scope, { usageLimit: 3 })
  const found = await findLinkRecord(scope, orderId, NOON)
  if (!found) throw new Error('no link')
  return { scope, orderId, slug, seen: { ...found.link, isPaused: false } }
}

const price = (amount: number) => ({ items: { items: [{ name: 'Kerudung', price: amount, quantity: 1 }], amount } })

describe('updateLinkRow', () => {
  it('changes no amount when a customer has ordered since it was decided on', async () => {
    const { scope, slug, seen } = await seenLink()
    await makeOrder(slug)
    expect(await updateLinkRow(scope, seen, price(90_000), { at: NOON })).toBe(false)
    expect(await prisma.link.findUniqueOrThrow({ where: { id: seen.id } })).toMatchObject({ amount: 85_000n })
    expect(await prisma.linkEvent.count({ where: { linkId: seen.id, type: 'edited' } })).toBe(0)
  })

  it('changes no limit below the places that were taken since', async () => {
    const { scope, slug, seen } = await seenLink()
    await makeOrder(slug)
    await makeOrder(slug)
    expect(await updateLinkRow(scope, seen, { usageLimit: 1 }, { at: NOON })).toBe(false)
    expect(await updateLinkRow(scope, seen, { usageLimit: 2 }, { at: NOON })).toBe(true)
  })

  it('does nothing when methods and amount were decided on apart', async () => {
    const { scope, seen } = await seenLink()
    expect(await updateLinkRow(scope, seen, price(15_000_000), { at: NOON })).toBe(true)
    // Only QRIS, which carries ten million at most: right for the amount that was seen, wrong for the new one.
    expect(await updateLinkRow(scope, seen, { paymentMethods: ['other_qris'] }, { at: NOON })).toBe(false)
  })

  it("touches no other shop's link", async () => {
    const { seen } = await seenLink()
    expect(await updateLinkRow(await makeShop(), seen, { title: 'Ours now' }, { at: NOON })).toBe(false)
  })
})

describe('updateLink', () => {
  it('decides again on what the link has become meanwhile', async () => {
    const { scope, orderId, seen } = await seenLink()
    const decidedOn: (string | null)[] = []
    let racing: Promise<unknown> | undefined
    const edited = await updateLink(scope, orderId, (link) => {
      decidedOn.push(link.title)
      // Somebody else's change, sent before ours: the row's lock puts them in a row.
      racing ??= updateLinkRow(scope, seen, { title: 'Theirs', searchText: 'theirs' }, { at: NOON })
      return { title: `${link.title ?? 'None'}, ours` }
    }, NOON)
    await racing
    expect(edited).toEqual({ kind: 'edited' })
    const { title } = await prisma.link.findUniqueOrThrow({ where: { id: seen.id } })
    expect([[null, 'None, ours'], ['Theirs', 'Theirs, ours']]).toContainEqual([decidedOn.at(-1), title])
  })

  it('writes down who did it', async () => {
    const { scope, orderId, seen } = await seenLink()
    await updateLink(scope, orderId, () => ({ title: 'By hand', isPaused: true }), NOON)
    const events = await prisma.linkEvent.findMany({ where: { linkId: seen.id, type: { not: 'created' } }, orderBy: { id: 'asc' } })
    expect(events.map(({ type, actorId }) => [type, actorId])).toEqual([['edited', scope.userId], ['paused', scope.userId]])
  })
})
