import 'server-only'
import { execute, queryRows } from '@/lib/database/sql'
import type { KeyScope } from '../endpoint'
import type { Mode } from '@/lib/shop/scope'

export type KeyRow = {
  id: string
  merchantId: string
  mode: Mode
  scopes: KeyScope[]
  lastUsedAt: Date | null
  expiresAt: Date | null
  revokedAt: Date | null
}

/** The key of this hash, whoever's it is and whether or not it still opens anything. */
export async function findKeyByHash(hash: string): Promise<KeyRow | null> {
  const [row] = await queryRows<KeyRow>`
    SELECT id, merchant_id AS "merchantId", mode, scopes, last_used_at AS "lastUsedAt", expires_at AS "expiresAt", revoked_at AS "revokedAt"
    FROM server_keys WHERE hash = ${hash}`
  return row ?? null
}

export async function touchKey(id: string, at: Date): Promise<void> {
  await execute`UPDATE server_keys SET last_used_at = ${at} WHERE id = ${id}::uuid AND (last_used_at IS NULL OR last_used_at < ${at})`
}
