import { beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { later, makeLink, makeOrder, makeShop, NOON, wishedLink } from '@/prisma/testing/factories'
import { liveScope, makeAccount } from '@/prisma/testing/receiving-accounts'
import { useTestDatabase } from '@/prisma/testing/test-database'
import type { MerchantScope } from '@/lib/shop/scope'
import { editLink } from './edit-link'
import { findEditableLink } from './queries'
import { editLinkSchema } from './schema'

useTestDatabase()

const now = { timeZone: 'Asia/Jakarta', at: NOON }
let scope: MerchantScope
beforeEach(async () => {
  scope = await makeShop()
})

const row = (id: string) => prisma.link.findUniqueOrThrow({ where: { id } })
const changesOf = async (linkId: string) => (await prisma.linkEvent.findFirst({ where: { linkId, type: 'edited' }, orderBy: { id: 'desc' } }))?.changes

/** What the form would send: the link as it is, and what was typed over it. */
async function sent(id: string, typed: Record<string, unknown> = {}) {
  const link = await findEditableLink(scope, id, now)
  if (!link) throw new Error('no link')
  return editLinkSchema.parse({ ...link.content, ...typed, id, version: link.version })
}
const edit = async (id: string, typed?: Record<string, unknown>) => await editLink(scope, await sent(id, typed), now)

describe('editLink', () => {
  it('changes nothing, not even the version, when nothing was typed over the form', async () => {
    const link = await wishedLink(scope, {
      title: 'Paket', description: 'Dua\nbaris', usageLimit: null, startsAt: new Date('2026-11-01T01:02:03Z'), expiresAt: new Date('2026-11-02T01:02:03Z'),
      items: [{ name: 'Kaos', price: 85_000, quantity: 2, sku: 'K-1' }, { name: 'Diskon', price: -5_000, quantity: 1 }],
      customer: { firstName: 'Sari', lastName: '', email: 'sari@example.com', phone: '', notes: '' }, customerQuestions: { required: ['email'] }, paymentMethods: ['gopay'],
    })
    const before = await row(link.id)
    expect(await edit(link.id)).toEqual({ ok: true, value: null })
    expect(await row(link.id)).toEqual(before)
    expect(await changesOf(link.id)).toBeUndefined()
  })

  it('keeps what the API said of an item, and the seconds of a time that was not touched', async () => {
    const startsAt = new Date('2026-11-01T01:02:03Z')
    const link = await wishedLink(scope, { startsAt, items: [{ name: 'Kaos', price: 85_000, quantity: 1, sku: 'K-1' }] })
    await edit(link.id, { items: [{ name: 'Kaos', price: '90.000', quantity: '1' }, { name: 'Topi', price: '5.000', quantity: '1' }], expiry: { kind: 'after', amount: '2', unit: 'hours' } })
    expect(await row(link.id)).toMatchObject({ amount: 95_000n, startsAt, expiresAt: later(NOON, 120), items: [{ name: 'Kaos', price: 90_000, quantity: 1, sku: 'K-1' }, { name: 'Topi', price: 5_000, quantity: 1 }] })
  })

  it('changes which accounts a link takes, as long as one takes its amount', async () => {
    scope = liveScope(scope)
    const [bca, mandiri] = [await makeAccount(scope, 'bank'), await makeAccount(scope, 'bank', { label: 'Mandiri', maximumAmount: 50_000 })]
    const { id } = await makeLink(scope)
    expect(await edit(id, { accountsOff: [mandiri.id] })).toEqual({ ok: true, value: null })
    expect(await row(id)).toMatchObject({ accountsOff: [mandiri.id], version: 2 })
    expect(await changesOf(id)).toEqual([{ field: 'accountsOff' }])
    expect((await sent(id)).accountsOff).toEqual([mandiri.id])
    // Mandiri takes no Rp 85.000: nobody could pay.
    expect(await edit(id, { accountsOff: [bca.id] })).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    expect(await row(id)).toMatchObject({ accountsOff: [mandiri.id], version: 2 })
    expect(await edit(id)).toEqual({ ok: true, value: null })
    expect(await row(id)).toMatchObject({ version: 2 })
  })

  it('writes what changed, old and new, but never whom a link is for', async () => {
    const { id } = await makeLink(scope, { description: 'Lama' })
    await edit(id, {
      title: 'Baru', description: 'Baru', usageLimit: null, items: [{ name: 'Kerudung voal motif', price: '90.000', quantity: '1' }], questions: [],
      customer: { firstName: 'Rahasia', lastName: '', email: '', phone: '', notes: '' }, paymentMethods: ['gopay'], expiry: { kind: 'at', at: '2026-12-01T10:00' },
    })
    const changes = await changesOf(id)
    expect(changes).toEqual([
      { field: 'title', from: null, to: 'Baru' }, { field: 'description' }, { field: 'amount', from: 85_000, to: 90_000 }, { field: 'usageLimit', from: 1, to: null },
      { field: 'expiresAt', from: null, to: '2026-12-01T03:00:00.000Z' }, { field: 'customer' }, { field: 'questions', from: null, to: [] }, { field: 'paymentMethods', from: [], to: ['gopay'] },
    ])
    expect(JSON.stringify(changes)).not.toContain('Rahasia')
    expect((await row(id)).searchText).toContain('rahasia')
  })

  it('refuses what was decided on an older version, whichever field it is', async () => {
    const { id } = await makeLink(scope)
    const second = await sent(id, { description: 'Kedua' })
    await edit(id, { title: 'Pertama' })
    expect(await editLink(scope, second, now)).toEqual({ ok: false, error: { kind: 'conflict', message: 'linkChanged' } })
    expect(await row(id)).toMatchObject({ title: 'Pertama', description: null, version: 2 })
  })

  it('refuses another currency, with the prices or without', async () => {
    const { id } = await makeLink(scope)
    const stays = { ok: false, error: { kind: 'invalid', fields: { currency: 'currencyStays' } } }
    const values = await sent(id, { description: 'Baru' })
    expect(await editLink(scope, { ...values, currency: 'USD' }, now)).toEqual(stays)
    expect(await editLink(scope, { ...values, currency: 'JPY', items: [{ name: 'Kaos', price: 850, quantity: 1 }] }, now)).toEqual(stays)
    expect(await row(id)).toMatchObject({ currency: 'IDR', description: null, version: 1 })
  })

  it('of many that are saved at the same moment takes one', async () => {
    const { id } = await makeLink(scope)
    const all = await Promise.all(Array.from({ length: 6 }, (_, index) => sent(id, { description: `Nomor ${index}` })))
    const answers = await Promise.all(all.map((values) => editLink(scope, values, now)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await row(id)).version).toBe(2)
  })

  it('makes a fixed price open and fixed again, while nobody has ordered', async () => {
    const { id, slug } = await makeLink(scope)
    await edit(id, { openAmount: { minimum: '5.000', maximum: '', preset: '20.000' } })
    expect(await row(id)).toMatchObject({ minimumAmount: 5_000n, presetAmount: 20_000n, amount: 20_000n })
    await edit(id, { openAmount: null, items: [{ name: 'Kaos', price: '75.000', quantity: '1' }] })
    expect(await row(id)).toMatchObject({ minimumAmount: null, maximumAmount: null, presetAmount: null, amount: 75_000n })
    await makeOrder(slug, { amount: 75_000 })
    expect(await edit(id, { openAmount: { minimum: '1', maximum: '', preset: '' } })).toEqual({ ok: false, error: { kind: 'invalid', fields: { items: 'amountInUse' } } })
    expect(await row(id)).toMatchObject({ minimumAmount: null, amount: 75_000n })
  })

  it.each([
    ['a limit below what is taken', { usageLimit: '1' }, { usageLimit: 'belowUsage' }],
    ['an end in the past', { expiry: { kind: 'at', at: '2026-11-20T11:00' } }, { 'expiry.at': 'expiryPast' }],
    ['an end before the start', { startsAt: '2026-12-02T10:00', expiry: { kind: 'at', at: '2026-12-01T10:00' } }, { 'expiry.at': 'expiryBeforeStart' }],
    ['a day that does not exist', { startsAt: '2026-02-31T10:00' }, { startsAt: 'dateTime' }],
  ])('refuses %s beside its field', async (_, typed, fields) => {
    const { id, slug } = await makeLink(scope, { usageLimit: 5 })
    await makeOrder(slug)
    await makeOrder(slug)
    expect(await edit(id, typed)).toEqual({ ok: false, error: { kind: 'invalid', fields } })
    expect((await row(id)).version).toBe(1)
  })

  it("knows nothing of another shop's link, nor of a deleted one", async () => {
    const { id } = await makeLink(scope)
    const values = await sent(id, { title: 'Milik kami' })
    expect(await editLink(await makeShop(), values, now)).toEqual({ ok: false, error: { kind: 'notFound' } })
    await prisma.link.update({ where: { id }, data: { state: 'deleted', deletedAt: NOON } })
    expect(await editLink(scope, values, now)).toEqual({ ok: false, error: { kind: 'notFound' } })
    expect((await row(id)).title).toBeNull()
  })
})
