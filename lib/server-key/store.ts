import 'server-only'
import { Prisma } from '@/lib/database/client'
import { execute, queryRows, type Sql } from '@/lib/database/sql'
import { among, inOrderOf, together } from '@/lib/database/together'
import type { MerchantScope, Mode } from '@/lib/shop/scope'
import type { KeyScope } from './schema'
import type { KeyEventType, KeyEventView, KeyView } from './views'

/** Jobs ask for the shop that their event belongs to, actions for the scope's; so some functions take the owner. */
type Owner = { merchantId: string; mode: Mode }

const ownedBy = ({ merchantId, mode }: Owner) => Prisma.sql`merchant_id = ${merchantId}::uuid AND mode = ${mode}::mode`
const validAt = (at: Date) => Prisma.sql`revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ${at})`

/** Which of a shop's valid keys signs: see requireServerKey. */
const SIGNING_ORDER = Prisma.sql`line_since, created_at, id`

export type SealedKey = { id: string; encryptedKey: string }

export async function findSigningKey(sql: Sql, owner: Owner & { at: Date }): Promise<SealedKey | null> {
  const [row] = await sql.queryRows<SealedKey>`
    SELECT id, encrypted_key AS "encryptedKey" FROM server_keys WHERE ${ownedBy(owner)} AND ${validAt(owner.at)} ORDER BY ${SIGNING_ORDER} LIMIT 1`
  return row ?? null
}

/** Until the end of the transaction, nobody else makes, rolls or revokes one of this shop and mode. */
export async function lockServerKeys(sql: Sql, { merchantId, mode }: Owner): Promise<void> {
  await sql.execute`SELECT pg_advisory_xact_lock(hashtextextended(${`server key ${merchantId} ${mode}`}, 0))`
}

export type InsertedKey = SealedKey & { name: string; scopes: readonly string[]; hash: string; mask: string; expiresAt: Date | null; lineSince: Date; at: Date }

export async function insertServerKey(sql: Sql, owner: Owner & { actorId: string | null }, key: InsertedKey): Promise<void> {
  const { id, name, scopes, hash, encryptedKey, mask, expiresAt, lineSince, at } = key
  await sql.execute`
    INSERT INTO server_keys (id, merchant_id, mode, name, hash, encrypted_key, mask, scopes, created_at, expires_at, line_since)
    VALUES (${id}::uuid, ${owner.merchantId}::uuid, ${owner.mode}::mode, ${name}, ${hash}, ${encryptedKey}, ${mask}, ${scopes}::varchar[], ${at}, ${expiresAt}, ${lineSince})`
  await insertKeyEvent(sql, owner, { keyId: id, type: 'created', actorId: owner.actorId, at })
}

export async function insertKeyEvent(sql: Sql, { merchantId }: Pick<Owner, 'merchantId'>, event: { keyId: string; type: KeyEventType; actorId: string | null; at: Date }): Promise<void> {
  const { keyId, type, actorId, at } = event
  await sql.execute`INSERT INTO server_key_events (merchant_id, key_id, type, actor_id, at) VALUES (${merchantId}::uuid, ${keyId}::uuid, ${type}, ${actorId}, ${at})`
}

export async function countValidKeys(sql: Sql, scope: MerchantScope, at: Date): Promise<number> {
  const [row] = await sql.queryRows<{ count: number }>`SELECT count(*)::int AS count FROM server_keys WHERE ${ownedBy(scope)} AND ${validAt(at)}`
  return row?.count ?? 0
}

export type StoredKey = SealedKey & { name: string; scopes: KeyScope[]; expiresAt: Date | null; revokedAt: Date | null; lineSince: Date; successorId: string | null }

/** A key of the shop, whether or not it still opens anything. */
export async function findKey(sql: Sql, scope: MerchantScope, id: string): Promise<StoredKey | null> {
  const [row] = await sql.queryRows<StoredKey>`
    SELECT id, encrypted_key AS "encryptedKey", name, scopes, expires_at AS "expiresAt", revoked_at AS "revokedAt", line_since AS "lineSince", successor_id AS "successorId"
    FROM server_keys WHERE id = ${id}::uuid AND ${ownedBy(scope)}`
  return row ?? null
}

export async function replaceKey(sql: Sql, scope: MerchantScope, id: string, { successorId, expiresAt }: { successorId: string; expiresAt: Date }): Promise<void> {
  await sql.execute`UPDATE server_keys SET successor_id = ${successorId}::uuid, expires_at = ${expiresAt} WHERE id = ${id}::uuid AND ${ownedBy(scope)}`
}

/** @returns whether there was one to revoke */
export async function setRevoked(sql: Sql, scope: MerchantScope, id: string, at: Date): Promise<boolean> {
  return (await sql.execute`UPDATE server_keys SET revoked_at = ${at} WHERE id = ${id}::uuid AND ${ownedBy(scope)} AND revoked_at IS NULL`) > 0
}

/** Without a mask: a key that is older than masks. */
export type ListedKey = Omit<KeyView, 'mask' | 'events'> & { mask: string | null; encryptedKey: string; events: { type: KeyEventType; at: string; by: string | null }[] }

/** Those that open something first, the newest of each first; of the others the last fifty. */
export async function selectKeys(scope: MerchantScope, at: Date): Promise<ListedKey[]> {
  return await queryRows<ListedKey>`
    WITH listed AS (
      SELECT *, ${validAt(at)} AS is_valid FROM server_keys WHERE ${ownedBy(scope)} ORDER BY ${validAt(at)} DESC, created_at DESC, id DESC LIMIT 70
    )
    SELECT id, name, mask, encrypted_key AS "encryptedKey", scopes, created_at AS "createdAt", last_used_at AS "lastUsedAt", expires_at AS "expiresAt",
      revoked_at AS "revokedAt", successor_id IS NOT NULL AS "isRolled",
      coalesce(id = (SELECT s.id FROM listed s WHERE s.is_valid ORDER BY s.line_since, s.created_at, s.id LIMIT 1), false) AS signs,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'at', e.at, 'by', u.email) ORDER BY e.id DESC), '[]') FROM (
        SELECT * FROM server_key_events WHERE key_id = listed.id ORDER BY id DESC LIMIT 20
      ) e LEFT JOIN users u ON u.id = e.actor_id) AS events
    FROM listed ORDER BY is_valid DESC, created_at DESC, id DESC`
}

export const eventOf = ({ at, ...event }: ListedKey['events'][number]): KeyEventView => ({ ...event, at: new Date(at) })

// ── What a call of the API needs: nobody's scope is known yet ──

export type KeyRow = Owner & { id: string; hash: string; scopes: KeyScope[]; lastUsedAt: Date | null; expiresAt: Date | null; revokedAt: Date | null }

/** The key of this hash, whoever's it is and whether or not it still opens anything. */
export const findKeyByHash = together(async (hashes: readonly string[]): Promise<(KeyRow | null)[]> => {
  const rows = await queryRows<KeyRow>`
    SELECT id, hash, merchant_id AS "merchantId", mode, scopes, last_used_at AS "lastUsedAt", expires_at AS "expiresAt", revoked_at AS "revokedAt"
    FROM server_keys WHERE hash ${among(hashes)}`
  return inOrderOf(hashes, rows, ({ hash }) => hash)
})

/** Several servers may notice at once that it is time: one of them writes. */
export async function touchKey(id: string, { at, notSince }: { at: Date; notSince: Date }): Promise<void> {
  await execute`UPDATE server_keys SET last_used_at = ${at} WHERE id = ${id}::uuid AND (last_used_at IS NULL OR last_used_at <= ${notSince})`
}
