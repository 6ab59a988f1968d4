import { beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { sql } from '@/lib/database/sql'
import { sendEmail } from '@/lib/email/send-email'
import type { CustomerLetter } from '@/lib/email/texts/letters'
import { updateSender, upsertLetterText } from '@/lib/email/texts/store'
import { runLinkMessage } from '@/lib/link-message/run-link-messages'
import { planExpiryWarnings } from '@/lib/email/plan-expiry-warnings'
import { updateAccent } from '@/lib/shop/profile/store'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop } from '@/prisma/testing/factories'
import { useMailServer } from '@/prisma/testing/mail-server'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { planLinkReminders, planPaymentReminders } from './plan-reminders'
import { findSentReminders } from './queries'
import { upsertReminders } from './store'

useTestDatabase()
const { receiver, server } = await useMailServer()

/** 12.00 in Jakarta, far from now: the database's own clock counts as well. */
const DAY = new Date('2031-04-10T05:00:00.000Z')
const HOUR = 60

let shop: MerchantScope
beforeEach(async () => {
  shop = await makeShop('Toko Melati')
  await upsertReminders(shop, { linkEndingHours: 24, unpaidOrderHours: 6, warnsOrders: true }, DAY)
  await updateSender(shop, { senderName: 'Kak Melati', replyTo: 'balas@melati.id' })
  await updateAccent(shop, '#b3261e')
})

const say = (letter: CustomerLetter, subject: string) => upsertLetterText(shop, { letter, locale: 'id', subject, greeting: `Halo dari ${letter}`, closing: 'Salam, {shop}' }, DAY)
const customer = { firstName: 'Sari', lastName: '', email: 'sari@example.com', phone: '', notes: '' }

/** A link for Sari, and the letter that a message of its own kind became. */
async function linkLetter(kind: 'link' | 'ending') {
  const { id } = await makeLink(shop, { customer, sending: { email: kind === 'link', sms: false, at: null }, expiry: { kind: 'after', amount: '3', unit: 'days' } }, DAY)
  const due = kind === 'link' ? DAY : later(DAY, 2 * 24 * HOUR + 5)
  if (kind === 'ending') await planLinkReminders({ at: due, limit: 100 })
  const message = await prisma.linkMessage.findFirstOrThrow({ where: { linkId: id, kind } })
  await runLinkMessage(message.id, due)
  return { letter: await prisma.emailMessage.findFirstOrThrow({ where: { linkId: id } }), due }
}

async function orderLetter(template: 'paymentReminder' | 'expiryWarning') {
  const { slug } = await makeLink(shop, { usageLimit: null }, DAY)
  const { id } = await makeOrder(slug, { method: 'bca_va', customer: { name: 'Sari', phone: '0812-3456-7890', email: 'sari@example.com' } }, DAY)
  const due = later(DAY, (template === 'paymentReminder' ? 6 : 22) * HOUR)
  await (template === 'paymentReminder' ? planPaymentReminders : planExpiryWarnings)({ at: due, limit: 100 })
  return { letter: await prisma.emailMessage.findFirstOrThrow({ where: { orderId: id, template } }), due }
}

describe.each([
  ['linkReminder', () => linkLetter('ending'), 'Sari, tinggal sebentar: {item}', '{name}, tinggal sebentar: {item}'],
  ['linkCreated', () => linkLetter('link'), 'Sari, ini linknya: {item}', '{name}, ini linknya: {item}'],
  ['paymentReminder', () => orderLetter('paymentReminder'), 'Ditunggu ya, {item}', 'Ditunggu ya, {item}'],
  ['expiryWarning', () => orderLetter('expiryWarning'), 'Hampir habis, {item}', 'Hampir habis, {item}'],
] as const)('%s', (name, write, read, subject) => {
  it("bears the shop's own subject, words, colour, sender and address for answers", async () => {
    await say(name, subject)
    const { letter, due } = await write()
    expect(letter).toMatchObject({ template: name })
    expect(letter.subject).toMatch(new RegExp(`^\\[TEST\\] ${read.replace('{item}', '.*Kerudung.*')}$`))
    for (const body of [letter.html, letter.text]) {
      expect(body).toContain(`Halo dari ${name}`)
      expect(body).toContain('Salam, Toko Melati')
    }
    expect(letter.html).toContain('background:#b3261e')
    await sendEmail(letter.id, { server, at: due })
    const mail = receiver.mails.at(-1)
    expect(mail?.from?.value).toEqual([{ name: 'Kak Melati', address: 'hello@pay.example' }])
    expect(mail?.replyTo?.value).toEqual([{ name: '', address: 'balas@melati.id' }])
  })

  it("is ours where the shop wrote nothing, and never another letter's words", async () => {
    await say('receipt', 'Makasih')
    const { letter } = await write()
    expect(`${letter.subject} ${letter.html}`).not.toMatch(/Makasih|Halo dari/)
  })
})

it('only the reminders say which of the clock\'s letters are sent', async () => {
  expect(await findSentReminders(shop)).toEqual({ linkReminder: true, paymentReminder: true, expiryWarning: true })
  await upsertReminders(shop, { linkEndingHours: null, unpaidOrderHours: 3, warnsOrders: false }, DAY)
  expect(await findSentReminders(shop)).toEqual({ linkReminder: false, paymentReminder: true, expiryWarning: false })
  await sql.execute`UPDATE merchants SET muted_letters = ARRAY['paymentReminder'] WHERE id = ${shop.merchantId}::uuid`
  expect((await orderLetter('paymentReminder')).letter.template).toBe('paymentReminder')
})
