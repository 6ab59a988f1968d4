import { randomUUID } from 'node:crypto'
import { createLink, makeLink as makeWishedLink, type CreatedLink } from '@/lib/link/create-link'
import { createLinkSchema, type CreateLinkInput } from '@/lib/link/schema'
import type { LinkWish } from '@/lib/link/views'
import { placeOrder, type OrderWish } from '@/lib/checkout/place-order'
import { prisma } from '@/lib/database/client'
import { newRowId, readableId } from '@/lib/platform/ids'
import { openShop } from '@/lib/shop/open-shop'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'

/** Test data through the product's own use cases, so that it is always as real data is. */

export const NOON = new Date('2026-11-20T05:00:00.000Z')

export const later = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000)

export async function makeShop(name = 'Toko Melati'): Promise<MerchantScope> {
  const userId = newRowId(Date.now())
  await prisma.user.create({ data: { id: userId, name, email: `${readableId(10)}@example.com` } })
  const shop = await openShop({ ownerId: userId, name })
  return mintScope({ merchantId: shop.id, mode: 'test', userId })
}

export function linkInput(overrides: Partial<CreateLinkInput> = {}): CreateLinkInput {
  return {
    submissionId: randomUUID(),
    orderId: `INV-${readableId(8)}`,
    slug: readableId(10),
    usageLimit: 1,
    items: [{ name: 'Kerudung voal motif', price: '85.000', quantity: 1 }],
    title: '',
    description: '',
    startsAt: '',
    expiry: { kind: 'never' },
    customer: null,
    paymentMethods: [],
    ...overrides,
  }
}

export async function makeLink(scope: MerchantScope, overrides: Partial<CreateLinkInput> = {}, at = NOON): Promise<CreatedLink> {
  const made = await createLink(scope, createLinkSchema.parse(linkInput(overrides)), { timeZone: 'Asia/Jakarta', at })
  if (!made.ok) throw new Error(`no link: ${JSON.stringify(made.error)}`)
  return made.value
}

/** A link as the API wishes for it: an open amount, redirects, questions, whatever the form cannot say. */
export async function wishedLink(scope: MerchantScope, overrides: Partial<LinkWish> = {}, at = NOON): Promise<CreatedLink> {
  const wish: LinkWish = {
    submissionId: null, orderId: `INV-${readableId(8)}`, slug: readableId(10), currency: 'IDR', title: null, description: null,
    items: [{ name: 'Donasi banjir', price: 85_000, quantity: 1 }], openAmount: null, usageLimit: null, startsAt: null, expiresAt: null,
    paymentMethods: [], customer: null, customerQuestions: null, redirects: null, notificationUrls: null, customFields: null,
    metadata: null, apiDetails: null, ...overrides,
  }
  const made = await makeWishedLink(scope, wish, { at })
  if (made.outcome !== 'inserted') throw new Error(`no link: ${made.outcome}`)
  return made.link
}

export function orderWish(slug: string, overrides: Partial<OrderWish> = {}): OrderWish {
  return {
    slug,
    submissionId: randomUUID(),
    amount: 85_000,
    method: 'bca_va',
    customer: { name: 'Sari Wulandari', phone: '0812-3456-7890', email: 'sari@example.com' },
    locale: 'id',
    ...overrides,
  }
}

/** Places an order and returns its row's id and token. */
export async function makeOrder(slug: string, overrides: Partial<OrderWish> = {}, at = NOON): Promise<{ id: string; token: string }> {
  const placed = await placeOrder(orderWish(slug, overrides), at)
  if (placed.kind !== 'placed') throw new Error(`no order: ${placed.kind}`)
  return await prisma.order.findUniqueOrThrow({ where: { token: placed.token }, select: { id: true, token: true } })
}
