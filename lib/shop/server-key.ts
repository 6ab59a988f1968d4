import 'server-only'
import { createHash } from 'node:crypto'
import type { Sql } from '@/lib/database/sql'
import { newRowId, readableId } from '@/lib/platform/ids'
import { seal, unseal } from '@/lib/platform/secret-box'
import type { Mode } from './scope'
import { findSealedKey, insertServerKey, lockServerKeys } from './server-key/store'

const PREFIX = { test: 'SB-Tautan-server-', live: 'Tautan-server-' } as const satisfies Record<Mode, string>

/** 32 readable characters carry 158 bits. */
const newServerKey = (mode: Mode): string => PREFIX[mode] + readableId(32)

/** How a key is found without being kept in clear: hexadecimal SHA-256. It is random enough to need no salt. */
export const serverKeyHash = (key: string): string => createHash('sha256').update(key).digest('hex')

const contextOf = (id: string): string => `server key ${id}`

/**
 * The key that a shop and its receivers share in this mode, made when it is first needed: the oldest
 * one that is still valid. It signs `signature_key`, so it must come back as it was.
 */
export async function requireServerKey(sql: Sql, { merchantId, mode, at }: { merchantId: string; mode: Mode; at: Date }): Promise<string> {
  const known = await findSealedKey(sql, { merchantId, mode, at })
  if (known) return unseal(known.encryptedKey, contextOf(known.id))
  // Two who need the first one at the same time must get the same.
  await lockServerKeys(sql, { merchantId, mode })
  const made = await findSealedKey(sql, { merchantId, mode, at })
  if (made) return unseal(made.encryptedKey, contextOf(made.id))
  const [id, key] = [newRowId(at.getTime()), newServerKey(mode)]
  await insertServerKey(sql, { id, merchantId, mode, hash: serverKeyHash(key), encryptedKey: seal(key, contextOf(id)), at })
  return key
}
