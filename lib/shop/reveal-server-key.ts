import 'server-only'
import { confirmPassword } from '@/lib/auth/confirm-password'
import { inTransaction } from '@/lib/database/sql'
import { failure, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from './scope'
import { requireServerKey } from './server-key'

/** The shop's server key of this mode, for whoever knows the account's password. */
export async function revealServerKey({ merchantId, mode, userId }: MerchantScope, { password, at }: { password: string; at: Date }): Promise<Result<{ key: string }>> {
  if (userId === null) return failure({ kind: 'forbidden' })
  const confirmed = await confirmPassword(userId, password)
  if (!confirmed.ok) return confirmed
  return success({ key: await inTransaction((sql) => requireServerKey(sql, { merchantId, mode, at })) })
}
