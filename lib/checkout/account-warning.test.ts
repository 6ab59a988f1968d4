import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { OwnWays } from '@/components/checkout/own-instructions'
import { wordingOf } from '@/lib/i18n/wording'
import { isOwn } from '@/lib/payment/instructions'
import type { ReceivingKind } from '@/lib/receiving/views'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { liveScope, makeAccount } from '@/prisma/testing/receiving-accounts'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { findCheckoutOrder } from './queries'

useTestDatabase()

const HOUR = 60

/** What a customer reads who ordered at noon, `after` minutes later. */
async function pageOf(kind: ReceivingKind, changedAt: Date, after = 0): Promise<string> {
  const scope = liveScope(await makeShop())
  await makeAccount(scope, kind, { changedAt })
  const { slug } = await makeLink(scope)
  const method = ({ bank: 'own_transfer', qris: 'own_qris', cod: 'cod', custom: 'custom' } as const)[kind]
  const { token } = await makeOrder(slug, { method, shippingAddress: { name: '', phone: '', address: 'Jl. Kenanga 5', city: 'Bandung', postalCode: '', note: '' } })
  const at = later(NOON, after)
  const order = await findCheckoutOrder(slug, token, at)
  if (!order || !isOwn(order.instructions)) throw new Error('no order of the shop’s own ways')
  return renderToStaticMarkup(createElement(OwnWays, { wording: wordingOf('en'), order, instructions: order.instructions, at, qr: { exact: '', original: '' }, path: '' }))
}

it.each(['bank', 'qris', 'custom'] as const)('warns of what was changed less than 24 hours ago, and not a moment longer (%s)', async (kind) => {
  const changedAt = later(NOON, -23 * HOUR)
  expect(await pageOf(kind, changedAt)).toContain('less than 24 hours ago')
  expect(await pageOf(kind, changedAt, HOUR - 1)).toContain('less than 24 hours ago')
  expect(await pageOf(kind, changedAt, HOUR)).not.toContain('24 hours ago')
})

it('does not warn of delivery: no money goes anywhere before the goods are there', async () => {
  expect(await pageOf('cod', NOON)).not.toContain('24 hours ago')
})
