import 'server-only'
import { confirmPassword } from '@/lib/auth/confirm-password'
import { sql } from '@/lib/database/sql'
import { failure, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { openKey } from './key-text'
import { isValid } from './status'
import { findKey, insertKeyEvent } from './store'

/** A key of the shop, for whoever knows the account's password. One that ended is shown no more. */
export async function revealKey(scope: MerchantScope, { id, password, at }: { id: string; password: string; at: Date }): Promise<Result<{ key: string }>> {
  if (scope.userId === null) return failure({ kind: 'forbidden' })
  const key = await findKey(sql, scope, id)
  if (!key) return notFound()
  const confirmed = await confirmPassword(scope.userId, password)
  if (!confirmed.ok) return confirmed
  if (!isValid(key, at)) return failure({ kind: 'conflict', message: 'keyEnded' })
  await insertKeyEvent(sql, scope, { keyId: id, type: 'revealed', actorId: scope.userId, at })
  return success({ key: openKey(key) })
}
