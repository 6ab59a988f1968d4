import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { failure, invalid, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { endOfKey, MAX_VALID_KEYS } from './rules'
import type { CreateKeyValues } from './schema'
import { makeKey } from './server-key'
import { countValidKeys, lockServerKeys } from './store'
import type { NewKey } from './views'

/** A new key of the shop. The answer is the one time that it is shown without asking for the password. */
export async function createKey(scope: MerchantScope, { name, scopes, lastDay }: CreateKeyValues, { timeZone, at }: { timeZone: string; at: Date }): Promise<Result<NewKey>> {
  const end = endOfKey(lastDay, { timeZone, at })
  if (!end.ok) return invalid({ lastDay: end.message })
  const { merchantId, mode, userId } = scope
  return await inTransaction(async (sql) => {
    await lockServerKeys(sql, scope)
    if ((await countValidKeys(sql, scope, at)) >= MAX_VALID_KEYS) return failure({ kind: 'conflict', message: 'tooManyKeys' })
    return success(await makeKey(sql, { merchantId, mode, actorId: userId }, { name, scopes, expiresAt: end.expiresAt, lineSince: at, at }))
  })
}
