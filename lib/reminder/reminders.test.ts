import { beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { sql } from '@/lib/database/sql'
import { planExpiryWarnings } from '@/lib/email/plan-expiry-warnings'
import { sendEmail } from '@/lib/email/send-email'
import type { MailServer } from '@/lib/email/mail-server'
import { sendLink } from '@/lib/link-message/send-link'
import { runLinkMessage } from '@/lib/link-message/run-link-messages'
import { applyLinkChange } from '@/lib/link/change-link-state'
import type { CreateLinkInput } from '@/lib/link/schema'
import { announce } from '@/lib/order/announce'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { planLinkReminders, planPaymentReminders } from './plan-reminders'
import { remindersSchema } from './schema'
import { findReminders, upsertReminders } from './store'

useTestDatabase()

/** 12.00 in Jakarta, far from now: the database's own clock counts as well. */
const DAY = new Date('2031-03-10T05:00:00.000Z')
const HOUR = 60
const LIMIT = 100
const customer = { firstName: 'Sari', lastName: '', email: 'sari@example.com', phone: '', notes: '' }

let shop: MerchantScope
beforeEach(async () => {
  shop = await makeShop()
  await upsertReminders(shop, { linkEndingHours: 24, unpaidOrderHours: 6, warnsOrders: true }, DAY)
})

/** Ends three days after it was made. */
const make = (overrides: Partial<CreateLinkInput> = {}) => makeLink(shop, { customer, sending: { email: false, sms: false, at: null }, expiry: { kind: 'after', amount: '3', unit: 'days' }, ...overrides }, DAY)
const due = later(DAY, 2 * 24 * HOUR + 5)
const sweep = (at = due) => planLinkReminders({ at, limit: LIMIT })
const messages = (linkId: string) => prisma.linkMessage.findMany({ where: { linkId, kind: 'ending' } })

describe('before a link ends', () => {
  it('its customer is reminded once, in time, by a letter that says until when', async () => {
    const { id } = await make()
    await sweep(later(due, -10))
    expect(await messages(id)).toEqual([])
    await Promise.all([sweep(), sweep(), sweep()])
    await sweep(later(due, 60))
    const [message, ...others] = await messages(id)
    expect([message?.to, others.length]).toEqual(['sari@example.com', 0])
    await runLinkMessage(message?.id ?? '', due)
    const email = await prisma.emailMessage.findFirstOrThrow({ where: { linkId: id } })
    expect(email).toMatchObject({ template: 'linkReminder', subject: '[TEST] Toko Melati: link pembayaran segera berakhir' })
    expect(email.text).toContain('13 Mar 2031, 12.00 WIB')
  })

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['paid', (id) => prisma.link.update({ where: { id }, data: { usedCount: 1, usageLimit: 5 } })],
    ['being paid', (id) => prisma.link.update({ where: { id }, data: { heldCount: 1, usageLimit: 5 } })],
    ['paused', (id) => applyLinkChange(shop, id, 'pause', DAY)],
    ['deleted', (id) => applyLinkChange(shop, id, 'delete', DAY)],
    ['for anybody', (id) => sql.execute`UPDATE links SET customer = NULL WHERE id = ${id}::uuid`],
    ['for somebody without an e-mail', (id) => sql.execute`UPDATE links SET customer = jsonb_set(customer, '{email}', '""') WHERE id = ${id}::uuid`],
    ['not open yet', (id) => prisma.link.update({ where: { id }, data: { startsAt: later(due, 60) } })],
    ['made after the reminder was due', (id) => prisma.link.update({ where: { id }, data: { createdAt: later(due, -1) } })],
    ['to be sent yet', (id) => sendLink(shop, { linkId: id, channel: 'email', at: '2031-03-12T20:00' }, { timeZone: 'Asia/Jakarta', at: DAY })],
  ])('nobody is reminded of one that is %s', async (_, change) => {
    const { id } = await make()
    await change(id)
    await sweep()
    expect(await messages(id)).toEqual([])
  })

  it('whoever pays before it is sent hears nothing', async () => {
    const { id } = await make()
    await sweep()
    await prisma.link.update({ where: { id }, data: { usedCount: 1 } })
    const [message] = await messages(id)
    await runLinkMessage(message?.id ?? '', due)
    expect(await messages(id)).toMatchObject([{ state: 'cancelled', reason: 'paid' }])
    expect(await prisma.emailMessage.count({ where: { linkId: id } })).toBe(0)
  })

  it('whoever pays while the mail server is away hears nothing either', async () => {
    const { id } = await make()
    await sweep()
    const [message] = await messages(id)
    await runLinkMessage(message?.id ?? '', due)
    await prisma.link.update({ where: { id }, data: { usedCount: 1, usageLimit: null } })
    const email = await prisma.emailMessage.findFirstOrThrow({ where: { linkId: id } })
    const server: MailServer = { send: () => Promise.reject(new Error('it was sent')), close: () => undefined }
    await sendEmail(email.id, { server, at: due })
    expect(await prisma.emailMessage.findUniqueOrThrow({ where: { id: email.id } })).toMatchObject({ state: 'kept', lastError: 'outdated' })
  })

  it('moving the end a little reminds nobody twice; a new period does', async () => {
    const { id } = await make()
    await sweep()
    await prisma.link.update({ where: { id }, data: { expiresAt: later(DAY, 3 * 24 * HOUR + 60) } })
    await sweep(later(due, 120))
    expect(await messages(id)).toHaveLength(1)
    await prisma.link.update({ where: { id }, data: { expiresAt: later(DAY, 10 * 24 * HOUR) } })
    await sweep(later(DAY, 9 * 24 * HOUR + 5))
    expect(await messages(id)).toHaveLength(2)
  })

  it('a shop that did not switch it on sends nothing', async () => {
    const { id } = await make()
    await upsertReminders(shop, { linkEndingHours: null, unpaidOrderHours: null, warnsOrders: true }, DAY)
    await sweep()
    expect(await messages(id)).toEqual([])
    expect(await findReminders(await makeShop())).toEqual({ linkEndingHours: null, unpaidOrderHours: null, warnsOrders: true })
  })
})

describe('an order that stays unpaid', () => {
  const place = async () => {
    const { slug } = await makeLink(shop, { usageLimit: null }, DAY)
    return (await makeOrder(slug, { method: 'bca_va' }, DAY)).id
  }
  const remind = (hours: number) => planPaymentReminders({ at: later(DAY, hours * HOUR), limit: LIMIT })
  const templates = async (orderId: string) => (await prisma.emailMessage.findMany({ where: { orderId, template: { in: ['paymentReminder', 'expiryWarning'] } }, orderBy: { createdAt: 'asc' } })).map(({ template }) => template)

  it('is reminded of once, after the hours that the shop chose', async () => {
    const order = await place()
    await remind(5.9)
    expect(await templates(order)).toEqual([])
    await Promise.all([remind(6), remind(6)])
    await remind(7)
    expect(await templates(order)).toEqual(['paymentReminder'])
    const email = await prisma.emailMessage.findFirstOrThrow({ where: { orderId: order, template: 'paymentReminder' } })
    expect(email.subject).toMatch(/^\[TEST\] Menunggu dibayar: Rp\s85\.000 ke Toko Melati$/)
  })

  it('is not reminded of once it is paid, or was warned about', async () => {
    const [paid, warned] = [await place(), await place()]
    await announce({ orderId: paid, news: 'settle', actor: 'rail', at: DAY })
    await planExpiryWarnings({ at: later(DAY, 22 * HOUR), limit: LIMIT })
    await remind(23)
    expect(await templates(paid)).toEqual([])
    expect(await templates(warned)).toEqual(['expiryWarning'])
  })

  it('paid before the letter goes out is not asked for its money', async () => {
    const order = await place()
    await remind(6)
    await announce({ orderId: order, news: 'settle', actor: 'rail', at: later(DAY, 6 * HOUR) })
    const email = await prisma.emailMessage.findFirstOrThrow({ where: { orderId: order, template: 'paymentReminder' } })
    await sendEmail(email.id, { server: { send: () => Promise.reject(new Error('it was sent')), close: () => undefined }, at: later(DAY, 6 * HOUR) })
    expect(await prisma.emailMessage.findUniqueOrThrow({ where: { id: email.id } })).toMatchObject({ state: 'kept', lastError: 'outdated' })
  })

  it('is not warned about where the shop switched warnings off', async () => {
    await upsertReminders(shop, { linkEndingHours: null, unpaidOrderHours: null, warnsOrders: false }, DAY)
    const order = await place()
    await planExpiryWarnings({ at: later(DAY, 22 * HOUR), limit: LIMIT })
    expect(await templates(order)).toEqual([])
  })
})

it.each([['24', 24], [' 1 ', 1], ['168', 168], ['0', null], ['169', null], ['-1', null], ['1,5', null], ['', null], ['abc', null]])('%j hours are %j', (typed, hours) => {
  const parsed = remindersSchema.safeParse({ linkEndingHours: typed, unpaidOrderHours: null, warnsOrders: true })
  expect(parsed.success ? parsed.data.linkEndingHours : null).toBe(hours)
})
