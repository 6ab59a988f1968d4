import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'
import { later, makeShop } from '@/prisma/testing/factories'
import { DAY, jobs, messagesOf, rows } from '@/prisma/testing/link-messages'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { cancelLinkMessage, rescheduleMessage, sendMessageNow } from './change-message'
import { runLinkMessage } from './run-link-messages'
import { sendLink } from './send-link'
import { listLinkMessages, listSigns } from './store'

useTestDatabase()

let shop: MerchantScope
beforeAll(async () => {
  shop = await makeShop()
})
const { make, states } = messagesOf(() => shop)

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
