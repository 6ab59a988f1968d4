import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { failure, invalid, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { endOfKey, endOfOverlap, MAX_VALID_KEYS } from './rules'
import type { RollKeyValues } from './schema'
import { makeKey } from './server-key'
import { isValid } from './status'
import { countValidKeys, findKey, insertKeyEvent, lockServerKeys, replaceKey } from './store'
import type { NewKey } from './views'

/**
 * A new key with the same name, scopes and place in line; the old one goes on for the overlap, so
 * that nothing stops while the new one is carried to where it is used. A key is rolled once: what
 * follows is its successor's.
 */
export async function rollKey(scope: MerchantScope, { id, overlapHours, lastDay }: RollKeyValues, { timeZone, at }: { timeZone: string; at: Date }): Promise<Result<NewKey>> {
  const end = endOfKey(lastDay, { timeZone, at })
  if (!end.ok) return invalid({ lastDay: end.message })
  const { merchantId, mode, userId } = scope
  return await inTransaction(async (sql) => {
    await lockServerKeys(sql, scope)
    const old = await findKey(sql, scope, id)
    if (!old) return notFound()
    if (!isValid(old, at)) return failure({ kind: 'conflict', message: 'keyEnded' })
    if (old.successorId !== null) return failure({ kind: 'conflict', message: 'keyRolled' })
    if (overlapHours > 0 && (await countValidKeys(sql, scope, at)) >= MAX_VALID_KEYS) return failure({ kind: 'conflict', message: 'tooManyKeys' })
    const { name, scopes, lineSince } = old
    const made = await makeKey(sql, { merchantId, mode, actorId: userId }, { name, scopes, expiresAt: end.expiresAt, lineSince, at })
    await replaceKey(sql, scope, id, { successorId: made.id, expiresAt: endOfOverlap(old.expiresAt, { overlapHours, at }) })
    await insertKeyEvent(sql, scope, { keyId: id, type: 'rolled', actorId: userId, at })
    return success(made)
  })
}
