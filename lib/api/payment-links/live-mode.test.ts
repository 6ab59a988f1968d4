import { expect, it } from 'vitest'
import { serve } from '@/lib/api/serve'
import { prisma } from '@/lib/database/client'
import { mintScope, type MerchantScope, type Mode } from '@/lib/shop/scope'
import { apiCall, makeApiKey } from '@/prisma/testing/api'
import { later, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { createPaymentLink } from './create'
import { methodsOf } from './enabled-payments'
import { getPaymentLink } from './get'
import { updatePaymentLink } from './update'

useTestDatabase()

const [create, get, update] = [serve(createPaymentLink), serve(getPaymentLink), serve(updatePaymentLink)]

/** @param limits of a bank account; none: the shop has no way to be paid */
async function clientOf(mode: Mode, limits?: { minimumAmount?: number; maximumAmount?: number }) {
  const shop = await makeShop()
  const scope: MerchantScope = mintScope({ ...shop, mode })
  const key = await makeApiKey(scope)
  if (limits) await prisma.receivingAccount.create({ data: { id: crypto.randomUUID(), merchantId: scope.merchantId, kind: 'bank', label: 'BCA', details: { kind: 'bank', bank: 'BCA', number: '1234567890', holder: 'Sari' }, ...limits, changedAt: NOON, createdAt: NOON } })
  const details = (orderId: string, amount: number) => ({ transaction_details: { order_id: orderId, gross_amount: amount } })
  return {
    scope,
    addQris: () => prisma.receivingAccount.create({ data: { id: crypto.randomUUID(), merchantId: scope.merchantId, kind: 'qris', label: 'QRIS', details: { kind: 'qris', payload: 'x', merchantName: 'TOKO', city: 'BANDUNG', nmid: 'ID1' }, changedAt: NOON, createdAt: later(NOON, 1) } }),
    send: (orderId: string, amount: number, rest: object = {}) => apiCall(create, { key, method: 'POST', path: '/v1/payment-links', body: { ...details(orderId, amount), ...rest } }),
    read: async (orderId: string) => (await apiCall(get, { key, path: `/v1/payment-links/${orderId}`, params: { order_id: orderId } })).body,
    patch: (orderId: string, body: object) => apiCall(update, { key, method: 'PATCH', path: `/v1/payment-links/${orderId}`, params: { order_id: orderId }, body }),
  }
}

it('a key of live mode makes links of live mode, paid by the shop’s own ways', async () => {
  const { scope, send, read, addQris } = await clientOf('live', {})
  await addQris()
  expect((await send('INV-1', 10_000, { enabled_payments: ['qris', 'bca_va', 'no_such'] })).status).toBe(200)
  expect((await send('INV-2', 10_000, { enabled_payments: ['own_transfer'] })).status).toBe(200)
  expect((await send('INV-3', 10_000)).status).toBe(200)
  const links = await prisma.link.findMany({ where: { merchantId: scope.merchantId }, orderBy: { orderId: 'asc' } })
  expect(links.map(({ mode, paymentMethods }) => [mode, ...paymentMethods].join())).toEqual(['live,own_qris', 'live,own_transfer', 'live'])
  expect(await read('INV-1')).toMatchObject({ enabled_payments: ['qris', 'bca_va', 'no_such'] })
  expect(await read('INV-3')).toMatchObject({ enabled_payments: ['own_transfer', 'own_qris'] })
})

it('in live mode what the shop cannot be paid by is refused with the reason', async () => {
  const nothing = await clientOf('live')
  expect((await nothing.send('INV-1', 10_000)).body).toMatchObject({ error_messages: [expect.stringContaining('no way to be paid in live mode')] })
  const { send, patch } = await clientOf('live', { minimumAmount: 10_000, maximumAmount: 50_000 })
  expect((await send('INV-1', 50_001)).body).toMatchObject({ error_messages: [expect.stringContaining('gross_amount is not an amount that any payment method of this shop carries')] })
  for (const enabled of [['qris'], ['bca_va'], ['cod']]) expect((await send('INV-1', 20_000, { enabled_payments: enabled })).body, enabled.join()).toMatchObject({ error_messages: ['enabled_payments has no payment method that can be used here'] })
  expect((await send('INV-1', 20_000)).status).toBe(200)
  expect((await patch('INV-1', { enabled_payments: ['bca_va'] })).status).toBe(400)
  expect((await patch('INV-1', { gross_amount: 90_000 })).status).toBe(409)
})

it('an open amount is what the shop’s own ways take', async () => {
  const { send, read } = await clientOf('live', { minimumAmount: 10_000, maximumAmount: 50_000 })
  expect((await send('INV-1', 0, { payment_link_type: 'DYNAMIC_AMOUNT' })).status).toBe(200)
  expect(await read('INV-1')).toMatchObject({ dynamic_amount: { min_amount: 10_000, max_amount: 50_000 } })
})

it('in test mode the shop’s own ways do not exist', async () => {
  const { send } = await clientOf('test', {})
  expect((await send('INV-1', 10_000, { enabled_payments: ['own_qris', 'cod'] })).body).toMatchObject({ error_messages: ['enabled_payments has no payment method that can be used here'] })
  expect((await send('INV-1', 10_000, { enabled_payments: ['qris'] })).status).toBe(200)
})

it('Midtrans’ names mean the simulator’s methods in test mode and the shop’s own in live mode', () => {
  expect(methodsOf(['qris'], 'test')).toEqual(['other_qris'])
  expect(methodsOf(['qris', 'other_qris'], 'live')).toEqual(['own_qris'])
  expect(methodsOf(['bank_transfer', 'cod', 'custom'], 'live')).toEqual(['own_transfer', 'cod', 'custom'])
  expect(methodsOf(['bca_va', 'constructor', '__proto__'], 'live')).toEqual([])
})
