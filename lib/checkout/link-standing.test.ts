import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { announce } from '@/lib/order/announce'
import { NOON, later, makeLink, makeOrder, makeShop } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { linkStanding } from './link-standing'
import { findCheckoutLink } from './queries'

useTestDatabase()

async function standingAt(slug: string, at: Date) {
  const link = await findCheckoutLink(slug)
  if (!link) throw new Error('no link')
  return await linkStanding(link, at)
}

describe('linkStanding', () => {
  it('says when the first place comes back while every place is being paid', async () => {
    const { slug } = await makeLink(await makeShop(), { usageLimit: 2 })
    await makeOrder(slug, { method: 'bca_va' })
    await makeOrder(slug, { method: 'other_qris' })
    expect(await standingAt(slug, NOON)).toMatchObject({ reason: 'allHeld', freesAt: later(NOON, 15) })
  })

  it('is open again once a deadline has passed, before any job has run, and writes nothing', async () => {
    const { id, slug } = await makeLink(await makeShop(), { usageLimit: 1 })
    await makeOrder(slug, { method: 'other_qris' })
    expect(await standingAt(slug, later(NOON, 15))).toMatchObject({ reason: null, link: { heldCount: 0 } })
    expect(await prisma.link.findUniqueOrThrow({ where: { id } })).toMatchObject({ heldCount: 1 })
  })

  it('does not take a place for free that was paid since the link was read', async () => {
    const { slug } = await makeLink(await makeShop(), { usageLimit: 1 })
    const order = await makeOrder(slug)
    const readBefore = await findCheckoutLink(slug)
    if (!readBefore) throw new Error('no link')
    await announce({ orderId: order.id, news: 'settle', actor: 'rail', at: NOON })
    expect(await linkStanding(readBefore, NOON)).toMatchObject({ reason: 'soldOut' })
  })

  it('is sold out when the last place was paid', async () => {
    const { slug } = await makeLink(await makeShop(), { usageLimit: 1 })
    const order = await makeOrder(slug)
    await announce({ orderId: order.id, news: 'settle', actor: 'rail', at: NOON })
    expect(await standingAt(slug, NOON)).toMatchObject({ reason: 'soldOut', freesAt: null })
  })
})
