import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { sql } from '@/lib/database/sql'
import { QUEUES } from '@/lib/job/queues'
import { newRowId } from '@/lib/platform/ids'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useMailServer } from '@/prisma/testing/mail-server'
import { openSmtpReceiver } from '@/prisma/testing/smtp-receiver'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'
import { openMailServer, type MailServer } from './mail-server'
import { resendEmail } from './resend-email'
import { sendEmail, sendEmails } from './send-email'
import { findEmail, insertEmails, listEmails, type NewEmail } from './store'

useTestDatabase()
const { receiver, server } = await useMailServer()

let shop: MerchantScope

beforeAll(async () => {
  shop = await makeShop('Toko "Melati", & Co. <baru>')
})

async function write(overrides: Partial<NewEmail> = {}): Promise<string> {
  const id = newRowId(NOON.getTime())
  const email: NewEmail = {
    id, shop: { merchantId: shop.merchantId, mode: 'test' }, linkId: null, orderId: null, template: 'receipt', locale: 'id', dedupeKey: id,
    to: 'sari@example.com', subject: 'Bukti bayar', html: '<p>Lunas</p>', text: 'Lunas', at: NOON, ...overrides,
  }
  await insertEmails(sql, [email])
  return id
}

const send = (id: string, to: MailServer | null = server, at = NOON) => sendEmail(id, { server: to, at })
const row = (id: string) => prisma.emailMessage.findUniqueOrThrow({ where: { id } })

describe('sending', () => {
  it('hands a message over and marks it', async () => {
    const id = await write()
    await send(id)
    expect(receiver.mails).toHaveLength(1)
    const [mail] = receiver.mails
    expect(mail?.envelope).toEqual({ from: 'hello@pay.example', to: ['sari@example.com'] })
    expect(mail?.from?.value).toEqual([{ name: 'Toko "Melati", & Co. <baru>', address: 'hello@pay.example' }])
    expect(mail?.messageId).toBe(`<${id}@pay.example>`)
    expect([mail?.subject, mail?.text?.trim(), mail?.html]).toEqual(['Bukti bayar', 'Lunas', '<p>Lunas</p>'])
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(await row(id)).toMatchObject({ state: 'sent', sentAt: NOON, attemptCount: 1, lastError: null })
  })

  it('tries again after a temporary answer: one message arrives', async () => {
    const id = await write()
    receiver.answerNext({ code: 451, text: 'try later' })
    await expect(send(id)).rejects.toThrow('try later')
    expect(await row(id)).toMatchObject({ state: 'pending', attemptCount: 1 })
    expect((await row(id)).lastError).toContain('try later')
    await send(id)
    expect(receiver.mails).toHaveLength(1)
    expect(await row(id)).toMatchObject({ state: 'sent', attemptCount: 2, lastError: null })
  })

  it('gives up at once when the server will never take it, and says why', async () => {
    const id = await write()
    receiver.answerNext({ code: 554, text: 'we do not like this' })
    await send(id)
    expect(await row(id)).toMatchObject({ state: 'failed', attemptCount: 1 })
    expect((await row(id)).lastError).toContain('we do not like this')
    await send(id)
    expect(receiver.mails).toEqual([])
  })

  it('gives up when the recipient does not exist, not when the mailbox is only full', async () => {
    const [gone, full] = [await write(), await write()]
    receiver.refuseNextRecipient({ code: 550, text: 'no such user' })
    await send(gone)
    expect(await row(gone)).toMatchObject({ state: 'failed' })
    receiver.refuseNextRecipient({ code: 452, text: 'mailbox full' })
    await expect(send(full)).rejects.toThrow('mailbox full')
    expect(await row(full)).toMatchObject({ state: 'pending' })
  })

  it('tries again while the server is away, naming no host, and fails when the attempts are used up', async () => {
    const gone = await openSmtpReceiver()
    await gone.close()
    const away = openMailServer({ url: gone.url, from: 'hello@pay.example' })
    const id = await write()
    for (let attempt = 1; attempt <= QUEUES.email.retryLimit; attempt += 1) await expect(send(id, away)).rejects.toThrow('unreachable')
    expect(await row(id)).toMatchObject({ state: 'pending', lastError: 'unreachable' })
    await send(id, away)
    expect(await row(id)).toMatchObject({ state: 'failed', lastError: 'unreachable', attemptCount: QUEUES.email.retryLimit + 1 })
    away.close()
  })

  it('sends again under the same Message-ID after a crash between the answer and the mark', async () => {
    const id = await write()
    await send(id)
    await prisma.emailMessage.update({ where: { id }, data: { state: 'pending', sentAt: null } })
    await send(id)
    expect(receiver.mails.map(({ messageId }) => messageId)).toEqual([`<${id}@pay.example>`, `<${id}@pay.example>`])
  })

  it('sends a marked message no second time', async () => {
    const id = await write()
    await send(id)
    await send(id)
    expect(receiver.mails).toHaveLength(1)
  })

  it('lets no text become a header or a second recipient', async () => {
    await prisma.merchant.update({ where: { id: shop.merchantId }, data: { name: 'Toko\r\nBcc: evil@evil.example' } })
    const id = await write({ subject: 'Halo\r\nBcc: evil@evil.example\r\n\r\nBody' })
    const forged = await write({ to: 'a@b.example\r\nBcc: evil@evil.example' })
    await send(id)
    await send(forged)
    await prisma.merchant.update({ where: { id: shop.merchantId }, data: { name: 'Toko Melati' } })
    expect(receiver.mails).toHaveLength(1)
    const [mail] = receiver.mails
    expect(mail?.envelope.to).toEqual(['sari@example.com'])
    expect([mail?.bcc, mail?.cc]).toEqual([undefined, undefined])
    expect(mail?.headerLines.map(({ key }) => key)).not.toContain('bcc')
    expect(mail?.subject).toBe('Halo Bcc: evil@evil.example Body')
    expect(await row(forged)).toMatchObject({ state: 'failed', lastError: 'address' })
  })

  it('does not ask to pay an order that was paid, cancelled or ran out of time meanwhile', async () => {
    const { slug } = await makeLink(shop)
    const order = await makeOrder(slug)
    const [late, fresh] = [await write({ template: 'paymentInstructions', orderId: order.id }), await write({ template: 'paymentInstructions', orderId: order.id })]
    await send(late, server, later(NOON, 24 * 60))
    await send(fresh)
    expect(await row(late)).toMatchObject({ state: 'kept', lastError: 'outdated' })
    expect(await row(fresh)).toMatchObject({ state: 'sent' })
  })
})

describe('a batch', () => {
  it('is held up by no message that fails: the others go, and a second try sends that one alone', async () => {
    const ids = [await write(), await write(), await write()]
    const batch = ids.map((messageId) => ({ messageId }))
    const states = async () => (await Promise.all(ids.map(row))).map(({ state, attemptCount }) => [state, attemptCount])
    receiver.answerNext({ code: 451, text: 'try later' })
    await expect(sendEmails(batch, server)).rejects.toThrow('try later')
    expect(await states()).toEqual([['pending', 1], ['sent', 1], ['sent', 1]])
    await sendEmails(batch, server)
    expect(receiver.mails.map(({ messageId }) => messageId)).toEqual([1, 2, 0].map((index) => `<${ids[index]}@pay.example>`))
    expect(await states()).toEqual([['sent', 2], ['sent', 1], ['sent', 1]])
  })
})

describe('without a mail server', () => {
  it('keeps a message for the outbox of its shop and mode alone', async () => {
    const id = await write()
    await send(id, null)
    expect(await row(id)).toMatchObject({ state: 'kept', sentAt: null })
    expect((await findEmail(shop, id))?.text).toBe('Lunas')
    expect(await findEmail(await makeShop(), id)).toBeNull()
    expect(await findEmail(mintScope({ ...shop, mode: 'live' }), id)).toBeNull()
  })

  it('sends it once one is there, when the seller asks, under its own Message-ID', async () => {
    const id = await write()
    await send(id, null)
    expect(await resendEmail(shop, id, { canSend: false })).toMatchObject({ error: { message: 'noMailServer' } })
    expect(await resendEmail(await makeShop(), id, { canSend: true })).toMatchObject({ error: { kind: 'notFound' } })
    expect(await resendEmail(shop, id, { canSend: true })).toMatchObject({ ok: true })
    expect(await resendEmail(shop, id, { canSend: true })).toMatchObject({ error: { message: 'emailNotResendable' } })
    await send(id)
    expect(receiver.mails.map(({ messageId }) => messageId)).toEqual([`<${id}@pay.example>`])
    expect(await resendEmail(shop, id, { canSend: true })).toMatchObject({ error: { message: 'emailNotResendable' } })
  })
})

it('a secret of an account is in no outbox, and its text goes once it was sent', async () => {
  const id = await write({ shop: null, template: 'passwordReset', text: 'https://pay.example/reset-password?token=secret' })
  const { emails } = await listEmails(shop, {})
  expect(emails.map((email) => email.id)).not.toContain(id)
  expect(await findEmail(shop, id)).toBeNull()
  await send(id)
  expect(receiver.mails[0]?.text).toContain('token=secret')
  expect(receiver.mails[0]?.from?.value[0]?.name).toBe('Tautan')
  expect(await row(id)).toMatchObject({ state: 'sent', html: '', text: '' })
})

it('the outbox goes back page by page, newest first', async () => {
  const reader = await makeShop()
  const own = { merchantId: reader.merchantId, mode: 'test' } as const
  for (let index = 0; index < 53; index += 1) await write({ shop: own, subject: `Nomor ${index}`, at: later(NOON, index) })
  const first = await listEmails(reader, {})
  const second = await listEmails(reader, { cursor: first.next ?? '' })
  expect([...first.emails, ...second.emails].map(({ subject }) => subject)).toEqual(Array.from({ length: 53 }, (_, index) => `Nomor ${52 - index}`))
  expect(second.next).toBeNull()
  expect((await listEmails(reader, { state: 'sent' })).emails).toEqual([])
})
