import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { applyLinkChange } from '@/lib/link/change-link-state'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeLink, makeShop } from '@/prisma/testing/factories'
import { DAY, messagesOf, rows } from '@/prisma/testing/link-messages'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { runLinkMessage } from './run-link-messages'
import { sendLink } from './send-link'

useTestDatabase()

let shop: MerchantScope
beforeAll(async () => {
  shop = await makeShop()
})
const { make } = messagesOf(() => shop)

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
