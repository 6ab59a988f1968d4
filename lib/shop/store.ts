import 'server-only'
import { prisma } from '@/lib/database/client'
import { execute } from '@/lib/database/sql'
import type { Locale } from '@/lib/i18n/locales'
import { isLocale } from '@/lib/i18n/locales'
import { requireCurrency, type Currency } from '@/lib/money/money'
import { REDIRECTS, type Redirects } from './redirect-url'
import type { MerchantScope } from './scope'
import type { ShopProfile } from './schema'

export type Shop = { id: string; name: string; slug: string; locale: Locale; timeZone: string; currency: Currency; phone: string | null; createdAt: Date }

type MerchantRow = { id: string; name: string; slug: string; locale: string; timeZone: string; currency: string; phone: string | null; createdAt: Date }

const columns = { id: true, name: true, slug: true, locale: true, timeZone: true, currency: true, phone: true, createdAt: true } as const

function shopOf(row: MerchantRow): Shop {
  return { ...row, locale: isLocale(row.locale) ? row.locale : 'id', currency: requireCurrency(row.currency) }
}

export async function requireShop(scope: MerchantScope): Promise<Shop> {
  return shopOf(await prisma.merchant.findUniqueOrThrow({ where: { id: scope.merchantId }, select: columns }))
}

/** The shop that a user works for; null for a user without one. */
export async function findShopOfUser(userId: string): Promise<Shop | null> {
  const member = await prisma.member.findFirst({
    where: { userId },
    orderBy: { createdAt: 'asc' },
    select: { merchant: { select: columns } },
  })
  return member ? shopOf(member.merchant) : null
}

export async function insertShop(shop: Omit<Shop, 'createdAt' | 'phone' | 'currency'> & { ownerId: string }): Promise<void> {
  const { ownerId, ...merchant } = shop
  await prisma.merchant.create({ data: { ...merchant, members: { create: { userId: ownerId } } } })
}

export async function updateShop(scope: MerchantScope, profile: ShopProfile): Promise<void> {
  const { phone, ...rest } = profile
  await prisma.merchant.update({ where: { id: scope.merchantId }, data: { ...rest, phone: phone || null } })
}

/** Links that are there stay in theirs. */
export async function updateCurrency(scope: MerchantScope, currency: Currency): Promise<void> {
  await prisma.merchant.update({ where: { id: scope.merchantId }, data: { currency } })
}

/** Where customers go after paying, unless a link says otherwise. */
export async function findRedirects(scope: MerchantScope): Promise<Redirects> {
  const { redirects } = await prisma.merchant.findUniqueOrThrow({ where: { id: scope.merchantId }, select: { redirects: true } })
  const kept = (redirects ?? {}) as Record<string, unknown>
  return Object.fromEntries(REDIRECTS.flatMap((name) => (typeof kept[name] === 'string' ? [[name, kept[name]]] : [])))
}

export async function updateRedirects(scope: MerchantScope, redirects: Redirects): Promise<void> {
  const kept = Object.keys(redirects).length > 0 ? JSON.stringify(redirects) : null
  await execute`UPDATE merchants SET redirects = ${kept}::jsonb, updated_at = now() WHERE id = ${scope.merchantId}::uuid`
}
