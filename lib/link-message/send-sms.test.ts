import { beforeAll, describe, expect, it } from 'vitest'
import { applyLinkChange } from '@/lib/link/change-link-state'
import type { MerchantScope } from '@/lib/shop/scope'
import type { SmsHandover } from '@/lib/sms/provider'
import { later, makeShop } from '@/prisma/testing/factories'
import { DAY, fakeProvider, messagesOf, rows } from '@/prisma/testing/link-messages'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { runLinkMessage } from './run-link-messages'
import { sendSms } from './send-sms'
import { listSigns } from './store'

useTestDatabase()

let shop: MerchantScope
beforeAll(async () => {
  shop = await makeShop()
})
const { make, states } = messagesOf(() => shop)

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
