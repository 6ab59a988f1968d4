import 'server-only'
import { confirmPassword } from '@/lib/auth/confirm-password'
import { inTransaction } from '@/lib/database/sql'
import { planAccountEmail } from '@/lib/email/plan-account-email'
import { failure, invalid, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { describeAccount, labelOf } from './describe-account'
import { detailsOf } from './rules'
import type { AccountValues } from './schema'
import { findAccount, insertAccountEvent, lockAccount, updateAccountRow } from './store'
import { isSameTarget, stateOf, type AccountState, type ReceivingAccount } from './views'

/**
 * Changes an account. What customers pay to takes the password, an e-mail to the owner and a new `changedAt`;
 * limits alone take none of them. An account stays of its kind.
 */
export async function updateAccount(scope: MerchantScope, id: string, { values, locale, at }: { values: AccountValues; locale: 'id' | 'en'; at: Date }): Promise<Result<null>> {
  if (scope.userId === null) return failure({ kind: 'forbidden' })
  const found = await findAccount(scope, id)
  if (!found) return notFound()
  if (found.details.kind !== values.details.kind) return invalid({ 'details.kind': 'unknownField' })
  const isTargetWanted = !isSameTarget(found, stateAfter(found, values, locale))
  if (isTargetWanted) {
    const confirmed = await confirmPassword(scope.userId, values.password)
    if (!confirmed.ok) return confirmed
  }
  return await inTransaction(async (sql) => {
    const account = await lockAccount(sql, scope, id)
    if (!account) return notFound()
    const before = stateOf(account)
    const now = stateAfter(account, values, locale)
    const hasMoved = !isSameTarget(before, now)
    // Somebody else changed it meanwhile: nobody has said the password for this change.
    if (hasMoved && !isTargetWanted) return failure({ kind: 'conflict', message: 'accountChanged' })
    if (!hasMoved && before.minimumAmount === now.minimumAmount && before.maximumAmount === now.maximumAmount) return success(null)
    await updateAccountRow(sql, scope, { ...now, id, changedAt: hasMoved ? at : account.changedAt })
    await insertAccountEvent(sql, scope, { accountId: id, type: hasMoved ? 'changed' : 'limits_changed', before, now, at })
    if (hasMoved) await planAccountEmail(sql, { merchantId: scope.merchantId, accountId: id, before: describeAccount(before), now: describeAccount(now), at })
    return success(null)
  })
}

function stateAfter({ isOn }: Pick<ReceivingAccount, 'isOn'>, { label, details: typed, minimumAmount, maximumAmount }: AccountValues, locale: 'id' | 'en'): AccountState {
  const details = detailsOf(typed)
  return { label: labelOf({ label, details, locale }), details, isOn, minimumAmount, maximumAmount }
}
