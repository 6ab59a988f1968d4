import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { inTransaction } from '@/lib/database/sql'
import type { LinkWish } from '@/lib/link/views'
import type { OrderEventFacts } from '@/lib/notification/facts'
import { findOrderEvents } from '@/lib/notification/store'
import { announce } from '@/lib/order/announce'
import type { OrderWish } from '@/lib/checkout/place-order'
import { NOON, makeOrder, makeShop, wishedLink } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { receipt } from './customer-letters'
import { linkCreated } from './link-letter'
import { sellerNeedsLook, sellerPaid } from './seller-letters'

/** Letters about links that only the API can make. */

useTestDatabase()

const RP = 'Rp\u00a0'
const shop = { name: 'Toko Melati', phone: null, timeZone: 'Asia/Jakarta', locale: 'id' }

async function paid(link: Partial<LinkWish>, order: Partial<OrderWish>): Promise<OrderEventFacts> {
  const { slug } = await wishedLink(await makeShop(), link)
  const { id } = await makeOrder(slug, order)
  await announce({ orderId: id, news: 'settle', actor: 'rail', at: NOON })
  const event = await prisma.orderEvent.findFirstOrThrow({ where: { orderId: id, to: 'paid' } })
  const [facts] = await inTransaction((on) => findOrderEvents(on, [String(event.id)]))
  if (!facts) throw new Error('no event')
  return facts
}

describe('a letter', () => {
  it('with a link of an open amount says the range and no price', () => {
    const link = { slug: 'abc', title: 'Donasi', description: null, amount: 50_000, currency: 'IDR' as const, items: [], startsAt: null, expiresAt: null, openAmount: { minimum: 5_000, maximum: 500_000, preset: 50_000 } }
    const letter = linkCreated({ shop, mode: 'live', link })
    expect(letter.subject).toBe('Toko Melati mengirim link pembayaran: nominalnya bisa dipilih sendiri')
    expect(letter.amount?.value).toBe(`Dari ${RP}5.000 sampai ${RP}500.000`)
    expect(JSON.stringify(letter)).not.toContain('50.000"')
  })

  it('with a receipt says the chosen amount', async () => {
    const letter = receipt(await paid({ title: 'Donasi', openAmount: { minimum: 5_000, maximum: 500_000, preset: null } }, { amount: 77_777 }))
    expect(letter.amount?.value).toBe(`${RP}77.777`)
    expect(letter.facts).toContainEqual({ label: 'Barang', value: 'Donasi' })
  })

  it('names a discount as one, whether it stands first or last', async () => {
    const items = [{ name: 'Diskon member', price: -15_000, quantity: 1 }, { name: 'Kain', price: 50_000, quantity: 2 }]
    const facts = await paid({ items }, { amount: 85_000 })
    for (const letter of [receipt(facts), sellerPaid(facts)]) {
      expect(letter.facts).toContainEqual({ label: 'Barang', value: '2 × Kain' })
      expect(letter.facts).toContainEqual({ label: 'Diskon member', value: `-${RP}15.000` })
    }
  })

  it('says what was asked beside what came, where a shop took another amount', async () => {
    const facts = await paid({ items: [{ name: 'Kain', price: 85_000, quantity: 1 }] }, { amount: 85_000 })
    const other = { ...facts, order: { ...facts.order, amount: 50_000 } }
    const asked = { label: 'Tagihan', value: `${RP}85.000` }
    for (const letter of [receipt, sellerPaid]) {
      expect(letter(facts).facts).not.toContainEqual(asked)
      expect(letter(other)).toMatchObject({ amount: { value: `${RP}50.000` }, facts: expect.arrayContaining([asked]) })
    }
  })

  it('about a customer without a name has no hole where it would stand', async () => {
    const facts = await paid({ customerQuestions: { required: [] } }, { customer: { name: '', phone: '', email: '' } })
    const letter = sellerPaid(facts)
    expect(letter.subject).toContain('dari Pelanggan')
    expect(letter.facts).toContainEqual({ label: 'Pelanggan', value: 'Pelanggan' })
    for (const text of [letter.subject, letter.intro, sellerNeedsLook(facts).subject, sellerNeedsLook(facts).intro]) expect(text).not.toMatch(/ {2}|^ |dari$|\(\)/)
  })
})
