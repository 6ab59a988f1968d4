import { randomUUID } from 'node:crypto'
import { DETAILS, type AccountKind } from '../../prisma/testing/account-details'
import { query } from './database'
import { origin, type Seller } from './seller'

/** The same seller, working on real payments. */
export function inLiveMode(seller: Seller): Seller {
  return {
    ...seller,
    cookie: `${seller.cookie}; mode=live`,
    signIn: async (context, locale) => {
      await seller.signIn(context, locale)
      await context.addCookies([{ name: 'mode', value: 'live', url: origin() }])
    },
  }
}

type Account = { kind: AccountKind; label: string; details?: Record<string, unknown>; changedAt?: Date; minimum?: number; maximum?: number }

/** Each is a millisecond younger than the one before: that is the order in which customers see them. */
let made = 0

/** A way of a shop to be paid, changed a month ago unless said otherwise. @returns its id */
export async function addAccount({ merchantId }: Seller, { kind, label, details = {}, changedAt, minimum, maximum }: Account): Promise<string> {
  const id = randomUUID()
  const changed = changedAt ?? new Date(Date.now() - 30 * 86_400_000 + made++)
  await query(
    `INSERT INTO receiving_accounts (id, merchant_id, kind, label, details, changed_at, created_at, minimum_amount, maximum_amount)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
    [id, merchantId, kind, label, JSON.stringify({ ...DETAILS[kind], ...details }), changed, minimum ?? null, maximum ?? null],
  )
  return id
}

/** An account as the use case writes it: these sellers are signed in without a password. */
export async function bankOf(merchantId: string, number = '1234567890'): Promise<string> {
  const [row] = await query<{ id: string }>(
    "INSERT INTO receiving_accounts (id, merchant_id, kind, label, details, changed_at, created_at) VALUES (gen_random_uuid(), $1, 'bank', 'BCA', $2, now(), now()) RETURNING id",
    [merchantId, { kind: 'bank', bank: 'BCA', number, holder: 'Sari Wulandari' }],
  )
  return row?.id ?? ''
}

/** A session in live mode, as a request sends it. */
export const live = (cookie: string): { cookie: string } => ({ cookie: `${cookie}; mode=live` })
