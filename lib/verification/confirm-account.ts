import 'server-only'
import { confirmPassword } from '@/lib/auth/confirm-password'
import { inTransaction } from '@/lib/database/sql'
import { failure, invalid, notFound, success, type Result } from '@/lib/platform/result'
import { findAccount, lockAccount } from '@/lib/receiving/store'
import { isSameTarget } from '@/lib/receiving/views'
import type { MerchantScope } from '@/lib/shop/scope'
import { agreesWith } from './rules'
import type { ConfirmAccount } from './schema'
import { findIdentity, upsertAccountConfirmation } from './store'

/**
 * A seller says, with their password, that an account is theirs. No bank is asked: what can be compared
 * are the names, and where they differ the seller says why. What was compared is kept as it was.
 * @returns conflict before there is an identity to compare with, or when the account changed meanwhile
 */
export async function confirmAccount(scope: MerchantScope, { id, explanation, password }: ConfirmAccount, { shopName, at }: { shopName: string; at: Date }): Promise<Result<null>> {
  const { userId } = scope
  if (userId === null) return failure({ kind: 'forbidden' })
  const [found, identity] = await Promise.all([findAccount(scope, id), findIdentity(scope)])
  if (!found) return notFound()
  if (!identity) return failure({ kind: 'conflict', message: 'identityMissing' })
  const agrees = agreesWith(found, { legalName: identity.legalName, shopName })
  if (!agrees && explanation === '') return invalid({ explanation: 'explanationNeeded' })
  const confirmed = await confirmPassword(userId, password)
  if (!confirmed.ok) return confirmed
  return await inTransaction(async (on) => {
    const account = await lockAccount(on, scope, id)
    if (!account) return notFound()
    if (!isSameTarget(found, account)) return failure({ kind: 'conflict', message: 'accountChanged' })
    await upsertAccountConfirmation(on, scope, { accountId: id, compared: { legalName: identity.legalName, details: account.details }, explanation: agrees ? null : explanation, userId, at })
    return success(null)
  })
}
