import { beforeAll, describe, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/database/client'
import { inTransaction, sql } from '@/lib/database/sql'
import { sendEmail } from '@/lib/email/send-email'
import { createLink } from '@/lib/link/create-link'
import { applyLinkChange } from '@/lib/link/change-link-state'
import { createLinkSchema, type CreateLinkInput } from '@/lib/link/schema'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'
import type { Sms, SmsHandover, SmsProvider } from '@/lib/sms/provider'
import { later, linkInput, makeLink, makeShop, wishedLink } from '@/prisma/testing/factories'
import { useMailServer } from '@/prisma/testing/mail-server'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { cancelLinkMessage, rescheduleMessage, sendMessageNow } from './change-message'
import { runLinkMessage } from './run-link-messages'
import { sendLink } from './send-link'
import { sendSms } from './send-sms'
import { insertLinkMessages, listLinkMessages, listSigns } from './store'

useTestDatabase()
const { receiver, server } = await useMailServer()

let shop: MerchantScope

beforeAll(async () => {
  shop = await makeShop()
})

/** Far from now, since the database's own clock counts as well: 12.00 in Jakarta. */
const DAY = new Date('2031-03-10T05:00:00.000Z')
const customer = { firstName: 'Sari', lastName: '', email: 'sari@example.com', phone: '0812-3456-7890', notes: '' }
const both = { email: true, sms: true, at: null }

const make = (overrides: Partial<CreateLinkInput> = {}, at = DAY) => makeLink(shop, { customer, sending: both, ...overrides }, at)
const rows = (linkId: string) => prisma.linkMessage.findMany({ where: { linkId }, orderBy: { channel: 'asc' } })
const jobs = async (id: string) => await sql.queryRows<{ name: string; at: Date }>`SELECT name, start_after AS at FROM pgboss.job WHERE data->>'messageId' = ${id} ORDER BY created_on`
const states = async (linkId: string) => (await listLinkMessages(shop, linkId)).map(({ channel, state, reason }) => [channel, state, reason])

/** A provider that answers in order, then takes everything. */
function fakeProvider(...answers: SmsHandover[]): { sent: Sms[]; provider: () => Promise<SmsProvider> } {
  const sent: Sms[] = []
  const send = (sms: Sms): Promise<SmsHandover> => {
    sent.push(sms)
    return Promise.resolve(answers.shift() ?? { kind: 'accepted', answer: null })
  }
  return { sent, provider: () => Promise.resolve({ send }) }
}

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

describe('when its time has come', () => {
  it('an e-mail is written once, and its own state is the message’s', async () => {
    const { id, slug } = await make({ sending: { email: true, sms: false, at: null } })
    const [message] = await rows(id)
    await Promise.all([runLinkMessage(message?.id ?? '', DAY), runLinkMessage(message?.id ?? '', DAY), runLinkMessage(message?.id ?? '', DAY)])
    const emails = await prisma.emailMessage.findMany({ where: { linkId: id } })
    expect(emails.map(({ template, dedupeKey, to }) => ({ template, dedupeKey, to }))).toEqual([{ template: 'linkCreated', dedupeKey: `linkMessage:${message?.id}`, to: 'sari@example.com' }])
    expect(await states(id)).toEqual([['email', 'pending', null]])
    await sendEmail(emails[0]?.id ?? '', { server, at: DAY })
    expect(await states(id)).toEqual([['email', 'sent', null]])
    expect(receiver.mails.map((mail) => mail.text)).toEqual([expect.stringContaining(`/p/${slug}`)])
  })

  it('a text goes out once, however often its jobs run', async () => {
    const { id, slug } = await make({ sending: { email: false, sms: true, at: null }, title: 'Kain batik' })
    const [message] = await rows(id)
    const messageId = message?.id ?? ''
    await runLinkMessage(messageId, DAY)
    await runLinkMessage(messageId, DAY)
    expect((await jobs(messageId)).map(({ name }) => name)).toEqual(['link-message', 'sms'])
    const { sent, provider } = fakeProvider()
    await sendSms(messageId, { provider, at: DAY })
    await sendSms(messageId, { provider, at: DAY })
    expect(sent).toEqual([{ id: messageId, to: '+6281234567890', text: `[TEST] Toko Melati: link pembayaran untuk Kain batik, Rp 85.000. Bayar di sini: http://localhost:3000/p/${slug}` }])
    expect(await states(id)).toEqual([['sms', 'sent', null]])
  })

  it.each(['paused', 'deleted', 'expired', 'soldOut'])('nothing is sent of a link that is %s, and it says so', async (reason) => {
    const { id } = await make()
    if (reason === 'paused') await applyLinkChange(shop, id, 'pause', DAY)
    if (reason === 'deleted') await applyLinkChange(shop, id, 'delete', DAY)
    if (reason === 'expired') await prisma.link.update({ where: { id }, data: { expiresAt: DAY } })
    if (reason === 'soldOut') await prisma.link.update({ where: { id }, data: { usedCount: 1 } })
    for (const message of await rows(id)) await runLinkMessage(message.id, DAY)
    expect((await states(id)).sort()).toEqual([['email', 'cancelled', reason], ['sms', 'cancelled', reason]])
    expect(await prisma.emailMessage.count({ where: { linkId: id } })).toBe(0)
  })

  it('a letter that waited for the mail server is not sent of a link that was closed meanwhile', async () => {
    const { id } = await make({ sending: { email: true, sms: false, at: null } })
    for (const message of await rows(id)) await runLinkMessage(message.id, DAY)
    await applyLinkChange(shop, id, 'pause', DAY)
    const email = await prisma.emailMessage.findFirstOrThrow({ where: { linkId: id } })
    await sendEmail(email.id, { server, at: DAY })
    expect(receiver.mails).toEqual([])
    expect(await states(id)).toEqual([['email', 'kept', 'outdated']])
  })

  it('a wish and what it becomes are written together or not at all', async () => {
    const { id } = await make({ sending: { email: false, sms: true, at: null } })
    const [message] = await rows(id)
    await sql.execute`ALTER TABLE pgboss.job ADD CONSTRAINT no_sms CHECK (name <> 'sms') NOT VALID`
    await expect(runLinkMessage(message?.id ?? '', DAY)).rejects.toThrow(/no_sms|no partition|violates/)
    await sql.execute`ALTER TABLE pgboss.job DROP CONSTRAINT no_sms`
    expect(await rows(id)).toMatchObject([{ state: 'scheduled', text: null }])
    await runLinkMessage(message?.id ?? '', DAY)
    expect(await rows(id)).toMatchObject([{ state: 'pending' }])
  })
})

describe('a chosen time', () => {
  const scheduled = () => make({ sending: { email: true, sms: false, at: '2031-03-11T09:30' } })
  const first = async (linkId: string) => (await rows(linkId))[0]?.id ?? ''

  it('is read in the shop’s time zone, and waited for', async () => {
    const { id } = await scheduled()
    const messageId = await first(id)
    const nine30 = new Date('2031-03-11T02:30:00Z')
    expect(await jobs(messageId)).toEqual([{ name: 'link-message', at: nine30 }])
    await runLinkMessage(messageId, later(nine30, -1))
    expect(await states(id)).toEqual([['email', 'scheduled', null]])
    await runLinkMessage(messageId, nine30)
    expect(await states(id)).toEqual([['email', 'pending', null]])
  })

  it('can be changed: the old job does nothing, the new one sends', async () => {
    const { id } = await scheduled()
    const messageId = await first(id)
    expect(await rescheduleMessage(shop, { id: messageId, at: '2031-03-12T09:30' }, { timeZone: 'Asia/Jakarta', at: DAY })).toMatchObject({ ok: true })
    await runLinkMessage(messageId, new Date('2031-03-11T02:30:00Z'))
    expect(await states(id)).toEqual([['email', 'scheduled', null]])
    await runLinkMessage(messageId, new Date('2031-03-12T02:30:00Z'))
    expect(await states(id)).toEqual([['email', 'pending', null]])
    expect((await jobs(messageId)).map(({ at }) => at.toISOString())).toEqual(['2031-03-11T02:30:00.000Z', '2031-03-12T02:30:00.000Z'])
    expect(await rescheduleMessage(shop, { id: messageId, at: '2031-03-13T09:30' }, { timeZone: 'Asia/Jakarta', at: DAY })).toMatchObject({ error: { message: 'linkMessageNotWaiting' } })
  })

  it('can be cancelled, once and for all', async () => {
    const { id } = await scheduled()
    const messageId = await first(id)
    expect(await cancelLinkMessage(shop, messageId, DAY)).toMatchObject({ ok: true })
    expect(await cancelLinkMessage(shop, messageId, DAY)).toMatchObject({ ok: true })
    expect(await sendMessageNow(shop, messageId, DAY)).toMatchObject({ error: { message: 'linkMessageNotWaiting' } })
    await runLinkMessage(messageId, later(DAY, 10_000))
    expect(await states(id)).toEqual([['email', 'cancelled', null]])
  })

  it('can be brought forward to now: it goes once', async () => {
    const { id } = await scheduled()
    const messageId = await first(id)
    expect(await sendMessageNow(shop, messageId, DAY)).toMatchObject({ ok: true })
    await runLinkMessage(messageId, DAY)
    await runLinkMessage(messageId, new Date('2031-03-11T02:30:00Z'))
    expect(await prisma.emailMessage.count({ where: { linkId: id } })).toBe(1)
    expect(await cancelLinkMessage(shop, messageId, DAY)).toMatchObject({ error: { message: 'linkMessageNotWaiting' } })
  })

  it('is nobody else’s to change', async () => {
    const { id } = await scheduled()
    const messageId = await first(id)
    for (const stranger of [await makeShop(), mintScope({ ...shop, mode: 'live' })]) {
      expect(await cancelLinkMessage(stranger, messageId, DAY)).toMatchObject({ error: { kind: 'notFound' } })
      expect(await sendMessageNow(stranger, messageId, DAY)).toMatchObject({ error: { kind: 'notFound' } })
      expect(await rescheduleMessage(stranger, { id: messageId, at: '2031-03-12T09:30' }, { timeZone: 'Asia/Jakarta', at: DAY })).toMatchObject({ error: { kind: 'notFound' } })
      expect(await sendLink(stranger, { linkId: id, channel: 'email', at: '' }, { timeZone: 'Asia/Jakarta', at: DAY })).toMatchObject({ error: { kind: 'notFound' } })
      expect(await listLinkMessages(stranger, id)).toEqual([])
      expect(await listSigns(stranger, [id])).toEqual([])
    }
    expect(await listSigns(shop, [id])).toEqual([{ linkId: id, scheduledAt: new Date('2031-03-11T02:30:00Z'), hasFailed: false }])
  })
})

describe('a provider that does not take a text', () => {
  const text = async () => {
    const { id } = await make({ sending: { email: false, sms: true, at: null } })
    const [message] = await rows(id)
    await runLinkMessage(message?.id ?? '', DAY)
    return { id, messageId: message?.id ?? '' }
  }

  it('is asked again when it was busy, under the same id', async () => {
    const { id, messageId } = await text()
    const { sent, provider } = fakeProvider({ kind: 'unavailable', reason: 'status:503', answer: null })
    await expect(sendSms(messageId, { provider, at: DAY })).rejects.toThrow('status:503')
    expect(await states(id)).toEqual([['sms', 'pending', 'status:503']])
    await sendSms(messageId, { provider, at: DAY })
    expect(sent.map((sms) => sms.id)).toEqual([messageId, messageId])
    expect(await states(id)).toEqual([['sms', 'sent', null]])
  })

  it.each<[SmsHandover, string]>([
    [{ kind: 'refused', reason: 'status:401', answer: null }, 'status:401'],
    [{ kind: 'uncertain', reason: 'timeout', answer: null }, 'uncertain:timeout'],
  ])('is not asked again after %j', async (answer, reason) => {
    const { id, messageId } = await text()
    const { sent, provider } = fakeProvider(answer)
    await sendSms(messageId, { provider, at: DAY })
    await sendSms(messageId, { provider, at: DAY })
    expect(sent).toHaveLength(1)
    expect(await states(id)).toEqual([['sms', 'failed', reason]])
    expect(await listSigns(shop, [id])).toEqual([{ linkId: id, scheduledAt: null, hasFailed: true }])
  })

  it('gets nothing twice from a worker that died in between', async () => {
    const { id, messageId } = await text()
    const { sent, provider } = fakeProvider()
    const dies = () => Promise.reject(new Error('killed'))
    await expect(sendSms(messageId, { provider: dies, at: DAY })).rejects.toThrow('killed')
    await expect(sendSms(messageId, { provider, at: later(DAY, 0.5) })).rejects.toThrow('another worker')
    await sendSms(messageId, { provider, at: later(DAY, 2) })
    expect(sent).toEqual([])
    expect(await states(id)).toEqual([['sms', 'failed', 'uncertain:interrupted']])
  })

  it('is not asked for a link that was closed while it was busy', async () => {
    const { id, messageId } = await text()
    const { sent, provider } = fakeProvider({ kind: 'unavailable', reason: 'status:503', answer: null })
    await expect(sendSms(messageId, { provider, at: DAY })).rejects.toThrow()
    await applyLinkChange(shop, id, 'pause', DAY)
    await sendSms(messageId, { provider, at: DAY })
    expect(sent).toHaveLength(1)
    expect(await states(id)).toEqual([['sms', 'cancelled', 'paused']])
  })
})

describe('sending again', () => {
  it('waits for the one that waits, then writes another, not more than five in ten minutes', async () => {
    const { id } = await make({ sending: { email: true, sms: false, at: null } })
    const again = () => sendLink(shop, { linkId: id, channel: 'email', at: '' }, { timeZone: 'Asia/Jakarta', at: DAY })
    expect(await again()).toMatchObject({ error: { message: 'linkMessageWaiting' } })
    for (let tries = 0; tries < 4; tries += 1) {
      for (const message of await rows(id)) await runLinkMessage(message.id, DAY)
      expect(await again()).toMatchObject({ ok: true })
    }
    for (const message of await rows(id)) await runLinkMessage(message.id, DAY)
    expect(await again()).toMatchObject({ error: { kind: 'rateLimited' } })
    expect(await prisma.emailMessage.count({ where: { linkId: id } })).toBe(5)
  })

  it('of two at the same moment writes one', async () => {
    const { id } = await make({ sending: { email: false, sms: false, at: null } })
    const again = () => sendLink(shop, { linkId: id, channel: 'sms', at: '' }, { timeZone: 'Asia/Jakarta', at: DAY })
    const answers = await Promise.all([again(), again()])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await rows(id)).toHaveLength(1)
  })

  it('is refused for a closed link, and for one without that contact', async () => {
    const closed = await make()
    await applyLinkChange(shop, closed.id, 'pause', DAY)
    const open = await makeLink(shop, {}, DAY)
    const to = (linkId: string, channel: 'email' | 'sms') => sendLink(shop, { linkId, channel, at: '' }, { timeZone: 'Asia/Jakarta', at: DAY })
    expect(await to(closed.id, 'email')).toMatchObject({ error: { message: 'sendClosedLink' } })
    expect(await to(open.id, 'email')).toMatchObject({ error: { message: 'sendNeedsEmail' } })
    expect(await to(open.id, 'sms')).toMatchObject({ error: { message: 'sendNeedsPhone' } })
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

it('a real worker sends what is due, at its time, to a real mail server', async () => {
  vi.resetModules()
  const { startWorking } = await import('@/lib/job/boss')
  const { QUEUE_NAMES } = await import('@/lib/job/queues')
  const { runLinkMessages } = await import('./run-link-messages')
  const { sendEmails } = await import('@/lib/email/send-email')
  await sql.execute`DELETE FROM pgboss.job`
  const { id, slug } = await makeLink(shop, { customer, sending: { email: true, sms: false, at: null } }, new Date(Date.now() - 1_000))
  const [message] = await rows(id)
  const due = new Date(Date.now() + 2_500)
  await sql.execute`UPDATE link_messages SET scheduled_at = ${due} WHERE id = ${message?.id}::uuid`
  await sql.execute`UPDATE pgboss.job SET start_after = ${due} WHERE data->>'messageId' = ${message?.id}`
  const idle = Object.fromEntries(QUEUE_NAMES.map((name) => [name, { run: () => Promise.resolve() }]))
  const stop = await startWorking({ ...idle, 'link-message': { run: runLinkMessages }, email: { run: (batch: { messageId: string }[]) => sendEmails(batch, server) } } as unknown as Parameters<typeof startWorking>[0])
  try {
    await vi.waitFor(() => expect(receiver.mails).toHaveLength(1), { timeout: 15_000 })
    expect(Date.now()).toBeGreaterThanOrEqual(due.getTime())
    expect(receiver.mails[0]?.text).toContain(`/p/${slug}`)
    await vi.waitFor(async () => expect(await states(id)).toEqual([['email', 'sent', null]]), { timeout: 5_000 })
  } finally {
    await stop()
  }
}, 30_000)

