import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { findKey, insertKeyEvent, lockServerKeys, setRevoked } from './store'

/**
 * Ends a key at once. The last one too: whatever needs one next (a notification to sign) makes a new
 * one. Revoking again changes nothing.
 */
export async function revokeKey(scope: MerchantScope, id: string, at: Date): Promise<Result<null>> {
  return await inTransaction(async (sql) => {
    await lockServerKeys(sql, scope)
    if (!(await findKey(sql, scope, id))) return notFound()
    if (await setRevoked(sql, scope, id, at)) await insertKeyEvent(sql, scope, { keyId: id, type: 'revoked', actorId: scope.userId, at })
    return success(null)
  })
}
