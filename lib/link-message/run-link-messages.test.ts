import { beforeAll, describe, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/database/client'
import { sql } from '@/lib/database/sql'
import { sendEmail } from '@/lib/email/send-email'
import { applyLinkChange } from '@/lib/link/change-link-state'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeLink, makeShop } from '@/prisma/testing/factories'
import { customer, DAY, fakeProvider, jobs, messagesOf, rows } from '@/prisma/testing/link-messages'
import { useMailServer } from '@/prisma/testing/mail-server'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { runLinkMessage } from './run-link-messages'
import { sendSms } from './send-sms'

useTestDatabase()
const { receiver, server } = await useMailServer()

let shop: MerchantScope
beforeAll(async () => {
  shop = await makeShop()
})
const { make, states } = messagesOf(() => shop)

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
