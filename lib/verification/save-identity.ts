import 'server-only'
import { failure, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import type { IdentityValues } from './schema'
import { upsertIdentity } from './store'

/** Who runs the shop and where. Accounts that were compared with another name have to be confirmed again. */
export async function saveIdentity(scope: MerchantScope, values: IdentityValues, at: Date): Promise<Result<null>> {
  if (scope.userId === null) return failure({ kind: 'forbidden' })
  await upsertIdentity(scope, values, { userId: scope.userId, at })
  return success(null)
}
