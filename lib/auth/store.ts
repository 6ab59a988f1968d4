import 'server-only'
import { queryRows } from '@/lib/database/sql'
import { among, inOrderOf, together } from '@/lib/database/together'
import { isLocale } from '@/lib/i18n/locales'
import { requireCurrency } from '@/lib/money/money'
import type { Shop } from '@/lib/shop/store'

/** Who a session belongs to. The shop is missing when a sign-up broke off before it was written. */
export type SessionOwner = { userId: string; name: string; email: string; shop: Shop | null }

type OwnerRow = {
  token: string
  expiresAt: Date
  userId: string
  userName: string
  email: string
  id: string | null
  name: string
  slug: string
  locale: string
  timeZone: string
  currency: string
  phone: string | null
  createdAt: Date
}

/**
 * A session, its user and their shop in one query, since every request of a seller asks. better-auth
 * writes these rows; its own reading takes three queries.
 */
export async function findSessionOwner(token: string, at: Date): Promise<SessionOwner | null> {
  const found = await findSession(token)
  return found && found.expiresAt > at ? found.owner : null
}

const findSession = together(async (tokens: readonly string[]) => {
  const rows = await queryRows<OwnerRow>`
    SELECT DISTINCT ON (s.token) s.token, s.expires_at AS "expiresAt", u.id AS "userId", u.name AS "userName", u.email,
      m.id, m.name, m.slug, m.locale, m.time_zone AS "timeZone", m.currency, m.phone, m.created_at AS "createdAt"
    FROM sessions s JOIN users u ON u.id = s.user_id
      LEFT JOIN members b ON b.user_id = u.id LEFT JOIN merchants m ON m.id = b.merchant_id
    WHERE s.token ${among(tokens)}
    ORDER BY s.token, b.created_at`
  return inOrderOf(tokens, rows.map(sessionOf), (session) => session.token)
})

function sessionOf({ token, expiresAt, userId, userName, email, id, locale, currency, ...shop }: OwnerRow): { token: string; expiresAt: Date; owner: SessionOwner } {
  return { token, expiresAt, owner: { userId, name: userName, email, shop: id === null ? null : { id, ...shop, locale: isLocale(locale) ? locale : 'id', currency: requireCurrency(currency) } } }
}
