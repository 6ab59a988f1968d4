import 'server-only'
import { sql, type Sql } from '@/lib/database/sql'
import { receivingDetailsSchema } from '@/lib/receiving/schema'
import type { MerchantScope } from '@/lib/shop/scope'
import type { IdentityValues } from './schema'
import type { AccountConfirmation, Compared, EmailStanding, Identity } from './views'

export async function findIdentity({ merchantId }: MerchantScope, on: Sql = sql): Promise<Identity | null> {
  const [row] = await on.queryRows<Identity>`
    SELECT legal_name AS "legalName", address, city, postcode, updated_at AS "updatedAt" FROM shop_identities WHERE merchant_id = ${merchantId}::uuid`
  return row ?? null
}

export async function upsertIdentity({ merchantId }: MerchantScope, { legalName, address, city, postcode }: IdentityValues, { userId, at }: { userId: string; at: Date }): Promise<void> {
  await sql.execute`
    INSERT INTO shop_identities (merchant_id, legal_name, address, city, postcode, updated_at, updated_by)
    VALUES (${merchantId}::uuid, ${legalName}, ${address}, ${city}, ${postcode}, ${at}, ${userId})
    ON CONFLICT (merchant_id) DO UPDATE SET legal_name = excluded.legal_name, address = excluded.address, city = excluded.city, postcode = excluded.postcode,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by`
}

/** How the e-mail of who is signed in stands. */
export async function requireEmailStanding(userId: string): Promise<EmailStanding> {
  const [row] = await sql.queryRows<EmailStanding>`
    SELECT u.email, u.email_verified AS "isConfirmed", last.created_at AS "sentAt", last.expires_at AS "expiresAt"
    FROM users u LEFT JOIN LATERAL (
      SELECT created_at, expires_at FROM email_confirmations c WHERE c.user_id = u.id AND c.email = u.email AND c.used_at IS NULL ORDER BY created_at DESC LIMIT 1
    ) last ON true
    WHERE u.id = ${userId}`
  if (!row) throw new Error('who is signed in has no row')
  return row
}

type NewConfirmation = { id: string; userId: string; email: string; tokenHash: string; at: Date; expiresAt: Date }

/** Only the newest link counts: the ones before it end. */
export async function insertEmailConfirmation(on: Sql, { id, userId, email, tokenHash, at, expiresAt }: NewConfirmation): Promise<void> {
  await on.execute`UPDATE email_confirmations SET expires_at = ${at} WHERE user_id = ${userId} AND used_at IS NULL AND expires_at > ${at}`
  await on.execute`
    INSERT INTO email_confirmations (id, user_id, email, token_hash, created_at, expires_at) VALUES (${id}::uuid, ${userId}, ${email}, ${tokenHash}, ${at}, ${expiresAt})`
}

/**
 * Confirms the address that a link was sent to, if it is still its owner's. By the link alone: it may be opened on another device.
 * @returns whether it was a link that counts; one that was used for the same address before does
 */
export async function useEmailConfirmation(tokenHash: string, at: Date): Promise<boolean> {
  return (await sql.execute`
    WITH link AS (
      UPDATE email_confirmations c SET used_at = coalesce(c.used_at, ${at})
      FROM users u WHERE c.token_hash = ${tokenHash} AND u.id = c.user_id AND u.email = c.email
        AND (c.expires_at > ${at} OR (c.used_at IS NOT NULL AND u.email_verified))
      RETURNING c.user_id
    )
    UPDATE users SET email_verified = true, updated_at = ${at} FROM link WHERE users.id = link.user_id`) > 0
}

type ConfirmationRow = Omit<AccountConfirmation, 'compared'> & { compared: { legalName: string; details: unknown } }

export async function listAccountConfirmations({ merchantId }: MerchantScope): Promise<AccountConfirmation[]> {
  const rows = await sql.queryRows<ConfirmationRow>`
    SELECT account_id AS "accountId", compared, explanation, confirmed_at AS "confirmedAt" FROM account_confirmations WHERE merchant_id = ${merchantId}::uuid`
  return rows.map(({ compared: { legalName, details }, ...row }) => ({ ...row, compared: { legalName, details: receivingDetailsSchema.parse(details) } }))
}

type NewAccountConfirmation = { accountId: string; compared: Compared; explanation: string | null; userId: string; at: Date }

export async function upsertAccountConfirmation(on: Sql, { merchantId }: MerchantScope, { accountId, compared, explanation, userId, at }: NewAccountConfirmation): Promise<void> {
  await on.execute`
    INSERT INTO account_confirmations (account_id, merchant_id, compared, explanation, confirmed_at, confirmed_by)
    VALUES (${accountId}::uuid, ${merchantId}::uuid, ${JSON.stringify(compared)}::jsonb, ${explanation}, ${at}, ${userId})
    ON CONFLICT (account_id) DO UPDATE SET compared = excluded.compared, explanation = excluded.explanation, confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by`
}
