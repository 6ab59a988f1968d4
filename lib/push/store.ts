import 'server-only'
import { prisma } from '@/lib/database/client'
import { execute, queryRows, type Sql } from '@/lib/database/sql'
import { isLocale } from '@/lib/i18n/locales'
import { newRowId } from '@/lib/platform/ids'
import type { MerchantScope } from '@/lib/shop/scope'
import type { BrowserSubscription } from './schema'
import type { PushTarget } from './views'

const columns = { id: true, endpoint: true, p256dh: true, auth: true, locale: true } as const

/** More browsers than one person uses; the oldest make room. Whoever subscribes more makes us call no more. */
const MAX_BROWSERS = 10

/**
 * Remembers a browser of this seller. One browser belongs to one seller: whoever allows push last gets
 * the news, and nobody else's.
 */
export async function upsertSubscription(sql: Sql, scope: MerchantScope, subscription: BrowserSubscription, at: Date): Promise<void> {
  const { endpoint, p256dh, auth, locale } = subscription
  await sql.execute`
    INSERT INTO push_subscriptions (id, user_id, merchant_id, endpoint, p256dh, auth, locale, created_at)
    VALUES (${newRowId(at.getTime())}::uuid, ${scope.userId}, ${scope.merchantId}::uuid, ${endpoint}, ${p256dh}, ${auth}, ${locale}, ${at})
    ON CONFLICT (endpoint) DO UPDATE SET user_id = excluded.user_id, merchant_id = excluded.merchant_id, p256dh = excluded.p256dh,
      auth = excluded.auth, locale = excluded.locale, created_at = excluded.created_at`
  await sql.execute`
    DELETE FROM push_subscriptions WHERE id IN (
      SELECT id FROM push_subscriptions WHERE user_id = ${scope.userId} AND merchant_id = ${scope.merchantId}::uuid
      ORDER BY created_at DESC, id DESC OFFSET ${MAX_BROWSERS})`
}

/** This seller's own browser; null when it is not, or no longer, called for this shop. */
export async function findOwnSubscription(scope: MerchantScope, endpoint: string): Promise<PushTarget | null> {
  const { merchantId, userId } = scope
  return targetOf(userId === null ? null : await prisma.pushSubscription.findFirst({ where: { endpoint, merchantId, userId }, select: columns }))
}

export async function deleteOwnSubscription(scope: MerchantScope, endpoint: string): Promise<void> {
  await execute`
    DELETE FROM push_subscriptions
    WHERE endpoint = ${endpoint} AND merchant_id = ${scope.merchantId}::uuid AND user_id = ${scope.userId}`
}

/**
 * A browser to be called, whoever's it is: only jobs ask.
 * Null when it is gone, or meanwhile belongs to another shop than the news.
 */
export async function findSubscriptionForNews(id: string, newsId: string): Promise<PushTarget | null> {
  const [row] = await queryRows<Omit<PushTarget, 'locale'> & { locale: string }>`
    SELECT s.id, s.endpoint, s.p256dh, s.auth, s.locale FROM push_subscriptions s JOIN news n ON n.merchant_id = s.merchant_id
    WHERE s.id = ${id}::uuid AND n.id = ${BigInt(newsId)}`
  return targetOf(row ?? null)
}

/** For addresses that the push service says are gone, whoever's they were. */
export async function deleteSubscription(id: string): Promise<void> {
  await execute`DELETE FROM push_subscriptions WHERE id = ${id}::uuid`
}

/** A value of the installation; `made` is written when there is none. The first one to come wins, and everybody gets that one. */
export async function findOrInsertAppValue(key: string, made: () => string): Promise<string> {
  const known = await prisma.appValue.findUnique({ where: { key } })
  if (known) return known.value
  await execute`INSERT INTO app_values (key, value) VALUES (${key}, ${made()}) ON CONFLICT (key) DO NOTHING`
  return (await prisma.appValue.findUniqueOrThrow({ where: { key } })).value
}

function targetOf(row: (Omit<PushTarget, 'locale'> & { locale: string }) | null): PushTarget | null {
  return row && { ...row, locale: isLocale(row.locale) ? row.locale : 'id' }
}
