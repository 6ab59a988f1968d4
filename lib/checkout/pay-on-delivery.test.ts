import { describe, expect, it } from 'vitest'
import { makeLink, makeOrder, NOON, orderWish, wishedLink } from '@/prisma/testing/factories'
import { makeLiveShop, orderOf } from '@/prisma/testing/own-orders'
import { makeAccount } from '@/prisma/testing/receiving-accounts'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { placeOrder } from './place-order'
import { findCheckoutOrder } from './queries'

useTestDatabase()

const ADDRESS = { name: '', phone: '', address: 'Jl. Kenanga 5', city: 'Bandung', postalCode: '40123', note: 'Pagar hijau' }

describe('pay on delivery', () => {
  it('keeps where the goods go, and takes name and number of whoever orders when no other is named', async () => {
    const scope = await makeLiveShop()
    await makeAccount(scope, 'cod')
    const link = await makeLink(scope, { usageLimit: null })
    const { id, token } = await makeOrder(link.slug, { method: 'cod', shippingAddress: ADDRESS })
    expect(await orderOf(id)).toMatchObject({
      amount: 85_000n, uniqueCode: 0, needsMatching: false,
      shippingAddress: { name: 'Sari Wulandari', phone: '0812-3456-7890', address: 'Jl. Kenanga 5', city: 'Bandung', postalCode: '40123', note: 'Pagar hijau' },
    })
    const page = await findCheckoutOrder(link.slug, token, NOON)
    expect(page?.shipsTo).toEqual({ name: 'Sari Wulandari', city: 'Bandung' })
    expect(JSON.stringify(page)).not.toContain('Kenanga')
  })

  it('is not placed without a street, a city, a name and a number', async () => {
    const scope = await makeLiveShop()
    await makeAccount(scope, 'cod')
    const link = await wishedLink(scope, { customerQuestions: { required: [] } })
    const wish = orderWish(link.slug, { method: 'cod', customer: { name: '', phone: '', email: '' } })
    expect(await placeOrder(wish, NOON)).toMatchObject({ kind: 'invalid', fields: { shipName: 'required', shipPhone: 'required', shipAddress: 'required', shipCity: 'required' } })
    expect(await placeOrder({ ...wish, shippingAddress: { ...ADDRESS, name: 'Budi', phone: '0813' } }, NOON)).toMatchObject({ kind: 'placed' })
  })

  it('keeps no address for other ways, whatever was typed', async () => {
    const scope = await makeLiveShop()
    await makeAccount(scope, 'custom')
    const link = await makeLink(scope)
    const { id } = await makeOrder(link.slug, { method: 'custom', shippingAddress: ADDRESS })
    expect(await orderOf(id)).toMatchObject({ shippingAddress: null, needsMatching: false, uniqueCode: 0, instructions: { kind: 'custom' } })
  })
})
