import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { inTransaction } from '@/lib/database/sql'
import { createLink } from '@/lib/link/create-link'
import { createLinkSchema, type CreateLinkInput } from '@/lib/link/schema'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'
import { linkInput, makeLink, makeShop, wishedLink } from '@/prisma/testing/factories'
import { both, customer, DAY, jobs, messagesOf, rows } from '@/prisma/testing/link-messages'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { insertLinkMessages } from './store'

useTestDatabase()

let shop: MerchantScope
beforeAll(async () => {
  shop = await makeShop()
})
const { make, states } = messagesOf(() => shop)

describe('making a link', () => {
  it('writes a wish and a job for each channel, nothing for who is not to be told', async () => {
    const { id } = await make()
    const messages = await rows(id)
    expect(messages.map(({ channel, to, state, isTimed, scheduledAt }) => ({ channel, to, state, isTimed, scheduledAt }))).toEqual([
      { channel: 'email', to: 'sari@example.com', state: 'scheduled', isTimed: false, scheduledAt: DAY },
      { channel: 'sms', to: '+6281234567890', state: 'scheduled', isTimed: false, scheduledAt: DAY },
    ])
    for (const message of messages) expect((await jobs(message.id)).map(({ name }) => name)).toEqual(['link-message'])
    expect(await prisma.emailMessage.count({ where: { linkId: id } })).toBe(0)
    const quiet = await make({ sending: { email: false, sms: false, at: null } })
    expect(await states(quiet.id)).toEqual([])
    expect(await prisma.emailMessage.count({ where: { linkId: quiet.id } })).toBe(0)
  })

  it('without a word about sending writes the letter at once, as the API does, and shows it', async () => {
    const { id } = await makeLink(shop, { customer }, DAY)
    expect(await rows(id)).toEqual([])
    expect(await states(id)).toEqual([['email', 'pending', null]])
    const wished = await wishedLink(shop, { customer }, DAY)
    expect(await states(wished.id)).toEqual([['email', 'pending', null]])
  })

  it('keeps internal notes, and makes nothing twice', async () => {
    const internalNotes = [{ key: 'Kelas', value: 'XII B' }, { key: 'Wali', value: 'Bu Tini' }]
    const values = createLinkSchema.parse(linkInput({ customer, sending: both, internalNotes }))
    const made = [await createLink(shop, values, { timeZone: 'Asia/Jakarta', at: DAY }), await createLink(shop, values, { timeZone: 'Asia/Jakarta', at: DAY })]
    const ids = made.map((one) => one.ok && one.value.id)
    expect(ids[0]).toBe(ids[1])
    expect((await prisma.link.findUniqueOrThrow({ where: { id: String(ids[0]) } })).internalNotes).toEqual(internalNotes)
    expect(await rows(String(ids[0]))).toHaveLength(2)
  })

  it.each<[Partial<CreateLinkInput>, Record<string, string>]>([
    [{ customer: null, sending: { email: true, sms: false, at: null } }, { 'sending.email': 'sendNeedsEmail' }],
    [{ customer: { ...customer, phone: '' } }, { 'sending.sms': 'sendNeedsPhone' }],
    [{ customer: { ...customer, phone: '000000' } }, { 'customer.phone': 'smsNumber' }],
    [{ sending: { ...both, at: '2031-03-10T12:00' } }, { 'sending.at': 'sendAtPast' }],
    [{ sending: { ...both, at: '2031-02-31T12:00' } }, { 'sending.at': 'dateTime' }],
    [{ sending: { ...both, at: '2033-01-01T12:00' } }, { 'sending.at': 'sendAtTooLate' }],
    [{ sending: { ...both, at: '2031-03-12T12:00' }, expiry: { kind: 'at', at: '2031-03-12T12:00' } }, { 'sending.at': 'sendAtAfterEnd' }],
  ])('%j is refused beside its field', async (overrides, fields) => {
    const values = createLinkSchema.parse(linkInput({ customer, sending: both, ...overrides }))
    expect(await createLink(shop, values, { timeZone: 'Asia/Jakarta', at: DAY })).toEqual({ ok: false, error: { kind: 'invalid', fields } })
  })

  it('sends no SMS of live mode without a provider', async () => {
    const live = mintScope({ ...shop, mode: 'live' })
    await prisma.receivingAccount.create({ data: { id: crypto.randomUUID(), merchantId: shop.merchantId, kind: 'bank', label: 'BCA', details: { kind: 'bank', bank: 'BCA', number: '1234567890', holder: 'Sari' }, changedAt: DAY, createdAt: DAY } })
    const values = createLinkSchema.parse(linkInput({ customer, sending: both }))
    expect(await createLink(live, values, { timeZone: 'Asia/Jakarta', at: DAY })).toMatchObject({ error: { fields: { 'sending.sms': 'noSmsProvider' } } })
  })
})

it('a wish whose transaction does not commit never was, nor its job', async () => {
  const { id } = await make({ sending: { email: false, sms: false, at: null } })
  const messageId = crypto.randomUUID()
  await expect(inTransaction(async (on) => {
    await insertLinkMessages(on, shop, [{ id: messageId, linkId: id, channel: 'email', to: 'sari@example.com', at: null, createdAt: DAY }])
    throw new Error('afterwards')
  })).rejects.toThrow('afterwards')
  expect(await rows(id)).toEqual([])
  expect(await jobs(messageId)).toEqual([])
})
