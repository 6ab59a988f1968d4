import 'server-only'
import type { Sql } from '@/lib/database/sql'
import { newRowId } from '@/lib/platform/ids'
import type { Mode } from '@/lib/shop/scope'
import { maskOf, newServerKey, openKey, sealKey, serverKeyHash } from './key-text'
import { FIRST_KEY_NAME, KEY_SCOPES } from './schema'
import { findSigningKey, insertServerKey, lockServerKeys } from './store'

/**
 * The key that signs `signature_key` in this mode: the valid one whose line is oldest, made when
 * none is there.
 *
 * A line is a key and what it was rolled into. So a shop's receivers, who know one key, are not
 * surprised when another is made for something else; and while a rolled key is still valid it goes
 * on signing: receivers check with it until it ends, and with its successor from then on.
 */
export async function requireServerKey(sql: Sql, { merchantId, mode, at }: { merchantId: string; mode: Mode; at: Date }): Promise<string> {
  const known = await findSigningKey(sql, { merchantId, mode, at })
  if (known) return openKey(known)
  // Two who need the first one at the same time must get the same.
  await lockServerKeys(sql, { merchantId, mode })
  const made = await findSigningKey(sql, { merchantId, mode, at })
  if (made) return openKey(made)
  const { key } = await makeKey(sql, { merchantId, mode, actorId: null }, { name: FIRST_KEY_NAME, scopes: KEY_SCOPES, expiresAt: null, lineSince: at, at })
  return key
}

type Wish = { name: string; scopes: readonly string[]; expiresAt: Date | null; lineSince: Date; at: Date }

/** Writes a new key and that it was made. Whether there may be another one is the caller's to decide. */
export async function makeKey(sql: Sql, owner: { merchantId: string; mode: Mode; actorId: string | null }, wish: Wish): Promise<{ id: string; key: string }> {
  const [id, key] = [newRowId(wish.at.getTime()), newServerKey(owner.mode)]
  await insertServerKey(sql, owner, { ...wish, id, hash: serverKeyHash(key), encryptedKey: sealKey(id, key), mask: maskOf(key) })
  return { id, key }
}
