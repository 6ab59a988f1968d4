import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { inTransaction, sql } from '@/lib/database/sql'
import type { OrderEventFacts } from '@/lib/notification/facts'
import { findOrderEvents } from '@/lib/notification/store'
import { announce } from '@/lib/order/announce'
import type { CreateLinkInput } from '@/lib/link/schema'
import type { OrderWish } from '@/lib/checkout/place-order'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useMailServer } from '@/prisma/testing/mail-server'
import type { ReceivedMail } from '@/prisma/testing/smtp-receiver'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { planEmails } from './plan-emails'
import { planEndpointDisabledEmail } from './plan-endpoint-disabled-email'
import { planExpiryWarnings } from './plan-expiry-warnings'
import type { EmailTemplate } from './schema'
import { sendEmail } from './send-email'

/** Every letter as it arrives: planned by what causes it, sent over SMTP, parsed as a mail program does. */

useTestDatabase()
const { receiver, server } = await useMailServer()

const ORIGIN = 'http://localhost:3000'
const RP = 'Rp\u00a0'

let shop: MerchantScope
let seller: string

beforeAll(async () => {
  shop = await makeShop('Toko Melati')
  await prisma.merchant.update({ where: { id: shop.merchantId }, data: { phone: '0812-3456-7890' } })
  seller = (await prisma.user.findUniqueOrThrow({ where: { id: shop.userId ?? '' } })).email
})
beforeEach(async () => {
  await prisma.emailMessage.deleteMany()
  await prisma.order.updateMany({ data: { customerEmail: null } })
})

type Mail = { subject: string; html: string; text: string; links: string[]; mail: ReceivedMail }

/** Sends what was written and reads the message of this kind. */
async function received(template: EmailTemplate, at = NOON): Promise<Mail> {
  const { id } = await prisma.emailMessage.findFirstOrThrow({ where: { template } })
  await sendEmail(id, { server, at })
  const mail = receiver.mails.find(({ messageId }) => messageId?.includes(id))
  if (!mail) throw new Error(`${template} did not arrive`)
  const html = String(mail.html)
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)
  return { subject: mail.subject ?? '', html, text: mail.text ?? '', links, mail }
}

const eventsOf = async (orderId: string): Promise<OrderEventFacts[]> => {
  const events = await prisma.orderEvent.findMany({ where: { orderId }, orderBy: { id: 'asc' } })
  return await inTransaction((on) => findOrderEvents(on, events.map(({ id }) => String(id))))
}

async function ordered(wish: Partial<OrderWish> = {}, link: Partial<CreateLinkInput> = {}) {
  const { slug } = await makeLink(shop, link)
  const { id, token } = await makeOrder(slug, wish)
  const plan = async () => {
    const events = await eventsOf(id)
    await inTransaction((on) => planEmails(on, events, NOON))
  }
  const settle = (minutes: number) => announce({ orderId: id, news: 'settle', actor: 'rail', at: later(NOON, minutes) })
  const { orderId } = await prisma.order.findUniqueOrThrow({ where: { id } })
  return { id, orderId, page: `${ORIGIN}/p/${slug}/${token}`, plan, settle }
}

/** HTML and text say the same. */
function expectBoth({ html, text }: Mail, ...parts: string[]): void {
  for (const part of parts) {
    expect(html).toContain(part)
    expect(text).toContain(part)
  }
}

describe('the letter', () => {
  it('with payment instructions has the number, the exact amount, the deadline in the shop’s zone and the way to the page', async () => {
    const order = await ordered()
    await order.plan()
    const mail = await received('paymentInstructions')
    const row = await prisma.order.findUniqueOrThrow({ where: { id: order.id } })
    expect(mail.subject).toBe(`[TEST] Cara bayar ${RP}85.000 ke Toko Melati`)
    expectBoth(mail, 'TEST', `${RP}85.000`, (row.instructions as { number: string }).number, 'BCA Virtual Account', 'Sab, 21 Nov 2026, 12.00 WIB', order.orderId, order.page, 'Kerudung voal motif', '0812-3456-7890')
    expect(mail.links).toEqual([order.page, `${order.page}/invoice.pdf?lang=id`, 'https://wa.me/6281234567890'])
    expect(mail.html).toContain('lang="id"')
    expect(mail.mail.to).toMatchObject({ value: [{ address: 'sari@example.com' }] })
  })

  it.each([
    ['echannel', 'id', ['Kode perusahaan', 'Kode bayar']],
    ['indomaret', 'en', ['Payment code']],
    ['other_qris', 'en', ['Show the QR code']],
    ['credit_card', 'en', ['Open payment page']],
  ] as const)('says how to pay with %s', async (method, locale, words) => {
    const order = await ordered({ method, locale })
    await order.plan()
    const mail = await received('paymentInstructions')
    const { instructions } = await prisma.order.findUniqueOrThrow({ where: { id: order.id } })
    // The QR's content is no text for people.
    const codes = Object.entries(instructions as Record<string, string>).filter(([name]) => !['kind', 'payload'].includes(name))
    expectBoth(mail, ...codes.map(([, code]) => code), ...words, order.page)
  })

  it('with a receipt says what was paid, when, and for what', async () => {
    const order = await ordered({ locale: 'en' })
    await order.settle(10)
    await order.plan()
    const mail = await received('receipt')
    expect(mail.subject).toBe(`[TEST] Receipt: ${RP}85.000 to Toko Melati`)
    expectBoth(mail, 'Paid on', 'Fri, 20 Nov 2026, 12:10 WIB', `${RP}85.000`, order.orderId, order.page, 'Kerudung voal motif')
  })

  it('that warns names the deadline', async () => {
    const order = await ordered()
    await planExpiryWarnings({ at: later(NOON, 22 * 60), limit: 10 })
    const mail = await received('expiryWarning', later(NOON, 22 * 60))
    expect(mail.subject).toBe(`[TEST] Belum dibayar: ${RP}85.000 ke Toko Melati`)
    expectBoth(mail, 'Sab, 21 Nov 2026, 12.00 WIB', order.page)
  })

  it.each([
    ['a part', 20_000, 20_000, 'rail', 'Dikembalikan sebagian', 'mengembalikan sebagian'],
    ['the rest', 65_000, 85_000, 'manual', 'Dikembalikan', 'mencatat bahwa sebagian'],
    ['everything', 85_000, 85_000, 'rail', 'Dikembalikan', 'mengembalikan seluruh'],
  ] as const)('about a refund of %s says how much, how and why', async (_, amount, refundedAmount, channel, badge, how) => {
    const order = await ordered()
    await order.settle(10)
    const paid = (await eventsOf(order.id)).at(-1)
    if (!paid) throw new Error('no event')
    const at = later(NOON, 60)
    const refund = { id: order.id, number: 1, key: 'r-1', amount, reason: 'Barang rusak', channel, createdAt: at, completedAt: at }
    await planEmails(sql, [{ ...paid, eventId: '999999', type: 'refund', from: 'paid', to: 'refunded', at, order: { ...paid.order, refundedAmount }, refund, refunds: [refund] }], at)
    const mail = await received('refund')
    expect(mail.subject).toBe(`[TEST] Toko Melati mengembalikan ${RP}${amount / 1000}.000`)
    expectBoth(mail, how, 'Barang rusak', `${RP}85.000`, order.orderId, order.page)
    expect(mail.html).toContain(`>${badge}</span>`)
  })

  it('about late money tells the customer not to pay again, and the seller to decide', async () => {
    const order = await ordered()
    await announce({ orderId: order.id, news: 'cancel', actor: 'customer', at: later(NOON, 5) })
    await order.settle(30)
    await order.plan()
    const customer = await received('paidLate')
    expectBoth(customer, 'Mohon jangan bayar lagi.', `${RP}85.000`, 'Jum, 20 Nov 2026, 12.30 WIB', order.page)
    const own = await received('sellerNeedsLook')
    expect(own.subject).toBe(`[TEST] Perlu dicek: ${RP}85.000 dari Sari Wulandari masuk terlambat`)
    expectBoth(own, 'Sari Wulandari', 'sari@example.com', '0812-3456-7890', `${ORIGIN}/orders/${order.id}`)
    expect(own.mail.to).toMatchObject({ value: [{ address: seller }] })
    expect(own.mail.replyTo?.value).toEqual([{ address: 'sari@example.com', name: '' }])
    expect(customer.mail.replyTo).toBeUndefined()
  })

  it.each([['notArrived', 'Uangnya belum masuk ke rekening.'], ['Belum ada di BCA', 'Belum ada di BCA']])('about money that was not found says why (%s) and until when', async (reason, says) => {
    const order = await ordered()
    await announce({ orderId: order.id, news: 'claim', actor: 'customer', at: later(NOON, 5) })
    await announce({ orderId: order.id, news: 'reject', actor: 'seller', reason, at: later(NOON, 10) })
    await order.plan()
    const mail = await received('paymentNotFound')
    expect(mail.subject).toBe('[TEST] Toko Melati belum menemukan pembayarannya')
    expectBoth(mail, says, `${RP}85.000`, 'Sab, 21 Nov 2026, 12.10 WIB', order.page)
  })

  it('about a payment tells the seller who paid, in the shop’s language and not the customer’s', async () => {
    const order = await ordered({ locale: 'en' })
    await order.settle(10)
    await order.plan()
    const mail = await received('sellerPaid')
    expect(mail.subject).toBe(`[TEST] Uang masuk ${RP}85.000 dari Sari Wulandari`)
    expectBoth(mail, 'Sari Wulandari', 'BCA Virtual Account', `${ORIGIN}/orders/${order.id}`)
    expect(mail.text).not.toContain('/p/')
  })

  it('about a link for one customer says what it is for and until when', async () => {
    const customer = { firstName: 'Budi', lastName: '', email: 'budi@example.com', phone: '', notes: 'rahasia toko' }
    const { slug } = await makeLink(shop, { customer, title: 'Pesanan Budi', expiry: { kind: 'after', amount: 2, unit: 'days' }, items: [{ name: 'Mukena', price: '50.000', quantity: 2 }, { name: 'Sajadah', price: '20.000', quantity: 1 }] })
    const mail = await received('linkCreated')
    expect(mail.subject).toBe(`[TEST] Toko Melati mengirim link pembayaran: ${RP}120.000`)
    expectBoth(mail, 'Pesanan Budi', '2 × Mukena dan 1 lainnya', 'Min, 22 Nov 2026, 12.00 WIB', `${ORIGIN}/p/${slug}`)
    expect(mail.text).not.toContain('rahasia toko')
  })

  it('about a webhook says which one and why', async () => {
    const endpoint = { merchantId: shop.merchantId, endpointId: shop.merchantId, url: 'https://toko.example/hooks?a=1&b=2', at: NOON }
    await planEndpointDisabledEmail(sql, { ...endpoint, mode: 'test', reason: 'gone' })
    const mail = await received('endpointDisabled')
    expectBoth(mail, '(410)', `${ORIGIN}/settings`)
    expect(mail.text).toContain('https://toko.example/hooks?a=1&b=2')
  })

  it('of live mode bears no TEST', async () => {
    await planEndpointDisabledEmail(sql, { merchantId: shop.merchantId, mode: 'live', endpointId: shop.merchantId, url: 'https://toko.example', reason: 'failing', at: NOON })
    const mail = await received('endpointDisabled')
    for (const part of [mail.subject, mail.html, mail.text]) expect(part).not.toContain('TEST')
  })
})

describe('a letter for any reader', () => {
  it('fetches nothing, runs nothing and tracks nobody', async () => {
    const order = await ordered()
    await order.settle(1)
    await order.plan()
    for (const template of ['receipt', 'sellerPaid'] as const) {
      const { html } = await received(template)
      expect(html).not.toMatch(/<(img|script|link|iframe|form|object)\b|url\(|@import|\son\w+=|javascript:/i)
      expect(new Set([...html.matchAll(/https?:\/\/([^/"'\s<]+)/g)].map(([, host]) => host))).toEqual(new Set(template === 'receipt' ? ['localhost:3000', 'wa.me'] : ['localhost:3000']))
    }
  })

  it('shows hostile names as the text that they are', async () => {
    const name = '<script>alert(1)</script>"\u202e000.58 pR\u2066'
    const order = await ordered({ customer: { name, phone: '0812-3456-7890', email: 'sari@example.com' } }, { items: [{ name: '<img src=x onerror=alert(1)>', price: '85.000', quantity: 1 }] })
    await prisma.order.update({ where: { id: order.id }, data: { customerName: `${name}\r\nBcc: evil@evil.example` } })
    await order.settle(1)
    await order.plan()
    const { html, subject, text, mail } = await received('sellerPaid')
    expect(html).not.toMatch(/<script|<img/i)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(text).toContain('<script>alert(1)</script>')
    expect(`${html}${subject}${text}`).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    expect(mail.headerLines.map(({ key }) => key)).not.toContain('bcc')
    expect(mail.envelope.to).toEqual([seller])
    expect((await received('receipt')).html).not.toContain('alert(1)&lt;/script')
  })

  it('keeps a name from right to left, emoji, and one that is far too long within bounds', async () => {
    const order = await ordered({ customer: { name: `محمد 🌸 ${'x'.repeat(90)}`, phone: '0812-3456-7890', email: 'sari@example.com' } })
    await prisma.merchant.update({ where: { id: shop.merchantId }, data: { name: '🌸'.repeat(50) } })
    await order.settle(1)
    await order.plan()
    await prisma.merchant.update({ where: { id: shop.merchantId }, data: { name: 'Toko Melati' } })
    const { subject, html } = await received('sellerPaid')
    expect([...subject].length).toBeLessThanOrEqual(255)
    expect(html).toContain('محمد 🌸')
    expect((await received('receipt')).html).toContain('🌸')
  })
})
