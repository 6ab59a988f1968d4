import 'server-only'
import type { Sql } from '@/lib/database/sql'
import type { Mode } from '../scope'

type Owner = { merchantId: string; mode: Mode }

/** Jobs ask for the shop that their event belongs to, actions for the scope's; so the owner is an argument here. */
export async function findSealedKey(sql: Sql, { merchantId, mode, at }: Owner & { at: Date }): Promise<{ id: string; encryptedKey: string } | null> {
  const [row] = await sql.queryRows<{ id: string; encryptedKey: string }>`
    SELECT id, encrypted_key AS "encryptedKey" FROM server_keys
    WHERE merchant_id = ${merchantId}::uuid AND mode = ${mode}::mode AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ${at})
    ORDER BY created_at, id LIMIT 1`
  return row ?? null
}

/** Until the end of the transaction, nobody else makes one for this shop. */
export async function lockServerKeys(sql: Sql, { merchantId, mode }: Owner): Promise<void> {
  await sql.execute`SELECT pg_advisory_xact_lock(hashtextextended(${`server key ${merchantId} ${mode}`}, 0))`
}

export async function insertServerKey(sql: Sql, key: Owner & { id: string; hash: string; encryptedKey: string; at: Date }): Promise<void> {
  const { id, merchantId, mode, hash, encryptedKey, at } = key
  await sql.execute`
    INSERT INTO server_keys (id, merchant_id, mode, name, hash, encrypted_key, created_at)
    VALUES (${id}::uuid, ${merchantId}::uuid, ${mode}::mode, 'default', ${hash}, ${encryptedKey}, ${at})`
}
