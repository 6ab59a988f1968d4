import { beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { sql } from '@/lib/database/sql'
import { LOCALES } from '@/lib/i18n/locales'
import { findOrderEvents } from '@/lib/notification/store'
import { DEFAULT_REMINDERS } from '@/lib/reminder/schema'
import { upsertReminders } from '@/lib/reminder/store'
import { updateAccent, updateProfile, writeLogo } from '@/lib/shop/profile/store'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useMailServer } from '@/prisma/testing/mail-server'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { planEmails } from '../plan-emails'
import { planExpiryWarnings } from '../plan-expiry-warnings'
import { sendEmail } from '../send-email'
import { CUSTOMER_LETTERS, LETTER_FIELDS, OPTIONAL_LETTERS, REMINDER_LETTERS } from './letters'
import { previewLetter } from './preview-letter'
import { findLetterSettings } from './queries'
import { letterTextSchema, senderSchema, switchLetterSchema, type LetterText } from './schema'
import { deleteLetterText, switchLetter, updateSender, upsertLetterText } from './store'

useTestDatabase()
const { receiver, server } = await useMailServer()

let shop: MerchantScope
beforeEach(async () => {
  shop = await makeShop('Toko Melati')
})

const words = (more: Partial<LetterText> = {}): LetterText => ({ letter: 'paymentInstructions', locale: 'id', subject: '', greeting: '', closing: '', ...more })

/** The letter that a placed order makes. To somebody new each time: one address is only told so often in an hour. */
let customers = 0
async function placed(scope = shop) {
  customers += 1
  const link = await makeLink(scope)
  const { id } = await makeOrder(link.slug, { customer: { name: 'Sari', phone: '0812-3456-7890', email: `sari${customers}@example.com` } })
  const events = await prisma.orderEvent.findMany({ where: { orderId: id, type: 'placed' } })
  await planEmails(sql, await findOrderEvents(sql, events.map((event) => String(event.id))), NOON)
  return await prisma.emailMessage.findFirst({ where: { orderId: id, template: 'paymentInstructions' } })
}

describe("a shop's own words", () => {
  it('stand above and below what the letter says, filled in, in HTML and in plain text', async () => {
    await upsertLetterText(shop, words({ subject: 'Yuk bayar {amount} ke {shop}', greeting: 'Halo Kak!\nPesanan {order}: {item}.', closing: 'Salam, {shop}' }), NOON)
    const letter = await placed()
    expect(letter?.subject).toMatch(/Yuk bayar Rp\s85\.000 ke Toko Melati$/)
    for (const body of [letter?.html ?? '', letter?.text ?? '']) {
      const [greeting, ours, signOff] = ['Halo Kak!', 'Kerudung', 'Salam, Toko Melati'].map((said) => body.lastIndexOf(said))
      expect(greeting).toBeGreaterThan(-1)
      expect(ours).toBeGreaterThan(-1)
      expect(signOff).toBeGreaterThan(greeting ?? 0)
      expect(body).toMatch(/Pesanan [\w-]+-\d{13}: /)
      expect(body).not.toMatch(/\{(amount|shop|order|item)\}/)
    }
  })

  it('are those of their language and their letter alone, and end when they are reset', async () => {
    await upsertLetterText(shop, words({ locale: 'en', greeting: 'Hello there' }), NOON)
    await upsertLetterText(shop, words({ letter: 'receipt', greeting: 'Makasih' }), NOON)
    const other = await placed()
    expect(other?.html).not.toMatch(/Hello there|Makasih/)
    await upsertLetterText(shop, words({ greeting: 'Halo Kak' }), NOON)
    expect((await placed())?.html).toContain('Halo Kak')
    await deleteLetterText(shop, { letter: 'paymentInstructions', locale: 'id' })
    expect((await placed())?.html).not.toContain('Halo Kak')
    const settings = await findLetterSettings(shop)
    expect(settings.letters.filter(({ greeting }) => greeting !== '').map(({ letter, locale }) => `${letter} ${locale}`)).toEqual(['paymentInstructions en', 'receipt id'])
  })

  it("are never another shop's", async () => {
    const stranger = await makeShop('Toko Mawar')
    await upsertLetterText(stranger, words({ subject: 'Rahasia', greeting: 'Rahasia' }), NOON)
    await switchLetter(stranger, { letter: 'paymentInstructions', isOn: false })
    const letter = await placed()
    expect(letter).not.toBeNull()
    expect(`${letter?.subject} ${letter?.html}`).not.toContain('Rahasia')
  })

  it('cannot become markup, headers or text that runs backwards', async () => {
    await upsertLetterText(shop, words({ subject: '<b>\u202e"x"', greeting: '<script>alert(1)</script><a href="https://jahat.example">a</a>', closing: '</td></tr></table>' }), NOON)
    const letter = await placed()
    expect(letter?.subject).toContain('<b>"x"')
    expect(letter?.html).toContain('&lt;script&gt;')
    expect(letter?.html).not.toMatch(/<script|jahat\.example">a<\/a>/)
    expect(letter?.html).toContain('&lt;/td&gt;')
  })

  it.each([
    ['a line break in the subject', { subject: 'a\r\nBcc: semua@example.com' }, 'subject', 'controlCharacters'],
    ['an unknown field', { greeting: 'Halo {nama}' }, 'greeting', 'messageField'],
    ['a field that this letter has no value for', { closing: '{name}' }, 'closing', 'messageField'],
    ['too long a subject', { subject: 'a'.repeat(151) }, 'subject', 'max150'],
    ['too long a greeting', { greeting: 'a'.repeat(301) }, 'greeting', 'max300'],
    ['NUL', { greeting: 'a\u0000' }, 'greeting', 'controlCharacters'],
  ])('are refused with %s', (_, typed, field, message) => {
    const parsed = letterTextSchema.safeParse(words(typed))
    expect(parsed.error?.issues.map(({ path, message: key }) => [path.join('.'), key])).toEqual([[field, message]])
  })
})

describe('a letter that was switched off', () => {
  it('is not written, and comes back when it is switched on', async () => {
    await switchLetter(shop, { letter: 'paymentInstructions', isOn: false })
    await switchLetter(shop, { letter: 'paymentInstructions', isOn: false })
    expect(await placed()).toBeNull()
    await switchLetter(shop, { letter: 'paymentInstructions', isOn: true })
    expect(await placed()).not.toBeNull()
  })

  it('holds up no other shop when it is the warning', async () => {
    const other = await makeShop('Toko Mawar')
    await upsertReminders(shop, { ...DEFAULT_REMINDERS, warnsOrders: false }, NOON)
    const [muted, told] = [await makeLink(shop), await makeLink(other)]
    const orders = await Promise.all([muted, told].map(({ slug }, index) => makeOrder(slug, { customer: { name: 'Sari', phone: '0812-3456-7890', email: `batas${index}@example.com` } })))
    while (await planExpiryWarnings({ at: later(NOON, 22 * 60), limit: 1 }));
    const warned = await prisma.emailMessage.findMany({ where: { template: 'expiryWarning', orderId: { in: orders.map(({ id }) => id) } } })
    expect(warned.map(({ orderId }) => orderId)).toEqual([orders[1]?.id])
  })

  it('is never one about money that a customer may think lost, nor one that only the reminders switch', () => {
    const switched: readonly string[] = [...OPTIONAL_LETTERS, ...REMINDER_LETTERS]
    expect(CUSTOMER_LETTERS.filter((letter) => !switched.includes(letter))).toEqual(['paidLate', 'paymentNotFound'])
    for (const letter of ['paidLate', 'paymentNotFound', 'sellerPaid', ...REMINDER_LETTERS]) expect(switchLetterSchema.safeParse({ letter, isOn: false }).success).toBe(false)
  })
})

describe("a shop's look", () => {
  it('is in its letters: the logo from this server, the accent on both themes', async () => {
    expect((await placed())?.html).not.toContain('<img')
    await writeLogo(shop, { png: Buffer.from('png'), sha256: 'ab'.repeat(32) }, NOON)
    await updateAccent(shop, '#b3261e')
    const { html = '' } = (await placed()) ?? {}
    expect(html).toMatch(/<img src="http:\/\/localhost:3000\/logo\/[a-z0-9-]+\/abababababababab\.png"/)
    expect(html).toContain('background:#b3261e')
    expect(html).not.toContain('#0b7a6b')
  })
})

describe('every letter', () => {
  it('can be previewed in both languages with every field it knows, by the renderer of the real ones', async () => {
    for (const letter of CUSTOMER_LETTERS) {
      for (const locale of LOCALES) {
        const all = LETTER_FIELDS[letter].map((field) => `${field}={${field}}`).join(' ')
        const { subject, html } = await previewLetter(shop, words({ letter, locale, subject: all, greeting: 'Halo', closing: 'Salam' }), NOON)
        for (const field of LETTER_FIELDS[letter]) expect(subject, `${letter} ${locale}`).toMatch(new RegExp(`${field}=[^ =]`))
        expect(html).toContain('Toko Melati')
        expect(html.indexOf('Halo')).toBeLessThan(html.indexOf('Salam'))
      }
    }
  })
})

describe('the sender', () => {
  const sent = async () => {
    const letter = await placed()
    if (!letter) throw new Error('no letter')
    await sendEmail(letter.id, { server, at: NOON })
    return receiver.mails.at(-1)
  }

  it('is the shop, from the address of the server', async () => {
    const mail = await sent()
    expect(mail?.from?.value).toEqual([{ name: 'Toko Melati', address: 'hello@pay.example' }])
    expect(mail?.replyTo).toBeUndefined()
  })

  it('is called as the shop wants, and answers go where it wants', async () => {
    await updateProfile(shop, { supportEmail: 'halo@melati.id', website: '', instagram: '', thankYou: '', address: { street: '', city: '', province: '', postalCode: '' } })
    expect((await sent())?.replyTo?.value).toEqual([{ name: '', address: 'halo@melati.id' }])
    await updateSender(shop, { senderName: 'Melati <jahat@example.com>, "x"', replyTo: 'balas@melati.id' })
    const mail = await sent()
    expect(mail?.from?.value).toEqual([{ name: 'Melati <jahat@example.com>, "x"', address: 'hello@pay.example' }])
    expect(mail?.replyTo?.value).toEqual([{ name: '', address: 'balas@melati.id' }])
    expect(mail?.envelope).toEqual({ from: 'hello@pay.example', to: [`sari${customers}@example.com`] })
  })

  it.each([['a\r\nBcc: b@example.com', ''], ['', 'a@example.com, b@example.com'], ['', 'a@example.com\r\nBcc: b@example.com'], ['', 'Nama <a@example.com>']])('is refused as %j and %j', (senderName, replyTo) => {
    expect(senderSchema.safeParse({ senderName, replyTo }).success).toBe(false)
  })
})
