import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { openGraphImage } from '@/lib/checkout/open-graph-image'
import { cardAddress, previewCard } from '@/lib/checkout/preview-card'
import { findCardPicture, findCheckoutLink } from '@/lib/checkout/queries'
import { placeOrder } from '@/lib/checkout/place-order'
import { prisma } from '@/lib/database/client'
import { announce } from '@/lib/order/announce'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop, NOON, orderWish } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { findShareReport } from './queries'
import { setPicture } from './set-picture'
import { erasePicture, updateCardPrice } from './store'

useTestDatabase()

let scope: MerchantScope
beforeEach(async () => {
  scope = await makeShop()
})

const photo = (background: string) => sharp({ create: { width: 400, height: 300, channels: 3, background } }).jpeg().toBuffer()
const linkOf = async (slug: string) => {
  const link = await findCheckoutLink(slug)
  if (!link) throw new Error('no link')
  return link
}
const address = async (slug: string, at = NOON) => cardAddress(await linkOf(slug), at)
const drawn = async (slug: string) => {
  const link = await linkOf(slug)
  return await openGraphImage(previewCard(link, NOON), (sha256) => findCardPicture(link.id, sha256))
}

describe('the card of a link', () => {
  it('has another address whenever anything that it shows changes, and the same while nothing does', async () => {
    const { id, slug } = await makeLink(scope, { expiry: { kind: 'after', amount: 3, unit: 'days' } })
    const seen = [await address(slug)]
    const note = async (at = NOON) => seen.push(await address(slug, at))
    expect(await address(slug, later(NOON, 60))).toBe(seen[0])
    await updateCardPrice(scope, { id, showsPrice: false })
    await note()
    await setPicture(scope, { id, sent: await photo('#ff0000') }, NOON)
    await note()
    await setPicture(scope, { id, sent: await photo('#00ff00') }, NOON)
    await note()
    await prisma.link.update({ where: { id }, data: { title: 'Kerudung lain' } })
    await note()
    await prisma.merchant.update({ where: { id: scope.merchantId }, data: { name: 'Toko Mawar' } })
    await note()
    await note(later(NOON, 4 * 24 * 60))
    await announce({ orderId: (await makeOrder(slug)).id, news: 'settle', actor: 'rail', at: NOON })
    await note()
    await prisma.link.update({ where: { id }, data: { amount: 90_000n, cardShowsPrice: true } })
    await note()
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('says nothing of a hidden price, neither in the picture nor below it', async () => {
    const { id, slug } = await makeLink(scope)
    expect(JSON.stringify(await findShareReport(scope, id, NOON))).toContain('85.000')
    const priced = await drawn(slug)
    await updateCardPrice(scope, { id, showsPrice: false })
    const report = await findShareReport(scope, id, NOON)
    expect(report?.card).toMatchObject({ showsPrice: false })
    expect(JSON.stringify(report)).not.toContain('85.000')
    expect(previewCard(await linkOf(slug), NOON).amount).toBeNull()
    expect((await drawn(slug)).equals(priced)).toBe(false)
  })

  it('shows the product picture in the middle square, below 250 KB even for noise', async () => {
    const { id, slug } = await makeLink(scope)
    expect(await setPicture(scope, { id, sent: await photo('#ff0000') }, NOON)).toBe('kept')
    const card = await drawn(slug)
    const [red = 0, green = 255] = await sharp(card).extract({ left: 590, top: 190, width: 10, height: 10 }).raw().toBuffer()
    expect(red > 200 && green < 60).toBe(true)
    const noise = await sharp({ create: { width: 1200, height: 1000, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 80 } } }).jpeg({ quality: 95 }).toBuffer()
    expect(await setPicture(scope, { id, sent: noise }, NOON)).toBe('kept')
    const noisy = await drawn(slug)
    expect(await sharp(noisy).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
    expect(noisy.length).toBeLessThan(250_000)
  })

  it('is never stored as it was sent, and gone when it is removed', async () => {
    const { id, slug } = await makeLink(scope)
    const sent = await photo('#0000ff')
    await setPicture(scope, { id, sent }, NOON)
    const row = await prisma.linkPicture.findUniqueOrThrow({ where: { linkId: id } })
    expect(Buffer.from(row.jpeg).equals(sent)).toBe(false)
    expect((await linkOf(slug)).cardPicture).toBe(row.sha256)
    expect(await erasePicture(scope, id)).toBe(true)
    expect(await prisma.linkPicture.count({ where: { linkId: id } })).toBe(0)
    expect((await linkOf(slug)).cardPicture).toBeNull()
  })

  it('leaves the old picture where a new one is refused', async () => {
    const { id } = await makeLink(scope)
    await setPicture(scope, { id, sent: await photo('#0000ff') }, NOON)
    const before = await prisma.linkPicture.findUniqueOrThrow({ where: { linkId: id } })
    expect(await setPicture(scope, { id, sent: Buffer.from('<svg/>') }, NOON)).toEqual({ problem: 'unsupported' })
    expect(await prisma.linkPicture.findUniqueOrThrow({ where: { linkId: id } })).toEqual(before)
  })

  it('costs no customer their order: the link stays the version that their page read', async () => {
    const { id, slug } = await makeLink(scope)
    const { version } = await linkOf(slug)
    await updateCardPrice(scope, { id, showsPrice: false })
    await setPicture(scope, { id, sent: await photo('#ff0000') }, NOON)
    expect((await linkOf(slug)).version).toBe(version)
    expect(await placeOrder(orderWish(slug), NOON)).toMatchObject({ kind: 'placed' })
  })

  it('belongs to its shop alone', async () => {
    const { id, slug } = await makeLink(scope)
    await setPicture(scope, { id, sent: await photo('#ff0000') }, NOON)
    const before = await linkOf(slug)
    const stranger = await makeShop()
    expect(await updateCardPrice(stranger, { id, showsPrice: false })).toBe(false)
    expect(await erasePicture(stranger, id)).toBe(false)
    expect(await setPicture(stranger, { id, sent: await photo('#00ff00') }, NOON)).toBe('notFound')
    expect(await findShareReport(stranger, id, NOON)).toBeNull()
    expect(await linkOf(slug)).toEqual(before)
    expect(await prisma.linkPicture.count({ where: { linkId: id } })).toBe(1)
  })
})
