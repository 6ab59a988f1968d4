import { beforeAll, describe, expect, it } from 'vitest'
import { listLinks } from '@/lib/link/queries'
import { listOrders } from '@/lib/order/queries'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { findAnything } from './queries'

useTestDatabase()

let scope: MerchantScope
let orderId: string

const customer = { name: 'Sari Wulandari', email: '' }

beforeAll(async () => {
  scope = await makeShop()
  await makeLink(scope, { orderId: 'INV-77', usageLimit: null, customer: { firstName: 'Budi', lastName: '', email: '', phone: '+62 813 9999-0000', notes: '' } })
  const { slug } = await makeLink(scope, { orderId: 'INV-78', usageLimit: null })
  for (const phone of ['0812-3456-7890', '+62 812 3456 7890', '(0812) 34567890']) await makeOrder(slug, { customer: { ...customer, phone } })
  orderId = (await listOrders(scope, { q: 'inv-78' }, NOON)).orders[0]?.orderId ?? ''
})

describe('a customer whose number was typed in three ways', () => {
  it.each(['0812', '62812', '+62812', '+62 812-34', '081234567890', '6281234567890', '0812-3456-7890', '0812 3456', '3456', '7890', '345678'])('is found by %s', async (q) => {
    expect((await listOrders(scope, { q }, NOON)).orders).toHaveLength(3)
    expect((await findAnything(scope, q, NOON)).customers).toMatchObject([{ name: 'Sari Wulandari', count: 3 }])
  })

  it.each(['0814', '1812', '78901'])('is not found by %s', async (q) => {
    expect((await findAnything(scope, q, NOON)).customers).toEqual([])
  })
})

it.each(['0813', '62813', '081399990000', '9999-0000', '+62 813'])('a link for a number is found by %s', async (q) => {
  expect((await listLinks(scope, { q }, NOON)).links.map((link) => link.orderId)).toEqual(['INV-77'])
})

it('a part of an ID is still what it was, hyphens and all', async () => {
  expect((await listOrders(scope, { q: orderId.slice(2) }, NOON)).orders.map((order) => order.orderId)).toEqual([orderId])
  expect((await listOrders(scope, { q: orderId.slice(4, -4) }, NOON)).orders.map((order) => order.orderId)).toContain(orderId)
  expect((await listLinks(scope, { q: 'nv-7' }, NOON)).links).toHaveLength(2)
})
