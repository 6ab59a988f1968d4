import 'server-only'
import { queryRows } from '@/lib/database/sql'
import { isLocale } from '@/lib/i18n/locales'
import type { Shop } from '@/lib/shop/store'

/** Who a session belongs to. The shop is missing when a sign-up broke off before it was written. */
export type SessionOwner = { userId: string; name: string; email: string; shop: Shop | null }

type OwnerRow = {
  userId: string
  userName: string
  email: string
  id: string | null
  name: string
  slug: string
  locale: string
  timeZone: string
  phone: string | null
  createdAt: Date
}

/**
 * A session, its user and their shop in one query, since every request of a seller asks. better-auth
 * writes these rows; its own reading takes three queries.
 */
export async function findSessionOwner(token: string, at: Date): Promise<SessionOwner | null> {
  const [row] = await queryRows<OwnerRow>`
    SELECT u.id AS "userId", u.name AS "userName", u.email, m.id, m.name, m.slug, m.locale, m.time_zone AS "timeZone", m.phone, m.created_at AS "createdAt"
    FROM sessions s JOIN users u ON u.id = s.user_id
      LEFT JOIN members b ON b.user_id = u.id LEFT JOIN merchants m ON m.id = b.merchant_id
    WHERE s.token = ${token} AND s.expires_at > ${at}
    ORDER BY b.created_at LIMIT 1`
  if (!row) return null
  const { userId, userName, email, id, locale, ...shop } = row
  return { userId, name: userName, email, shop: id === null ? null : { id, ...shop, locale: isLocale(locale) ? locale : 'id' } }
}
