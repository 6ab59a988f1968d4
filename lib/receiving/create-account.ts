import 'server-only'
import { confirmPassword } from '@/lib/auth/confirm-password'
import { inTransaction } from '@/lib/database/sql'
import { planAccountEmail } from '@/lib/email/plan-account-email'
import { newRowId } from '@/lib/platform/ids'
import { failure, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { describeAccount, labelOf } from './describe-account'
import { detailsOf, MAX_ACCOUNTS } from './rules'
import type { AccountValues } from './schema'
import { insertAccount, insertAccountEvent, listReceivingAccounts, lockReceiving } from './store'
import type { AccountState } from './views'

/**
 * A new way to be paid, offered at once. Asks for the password: whoever adds an account decides where money goes.
 * The shop's owner hears of it by e-mail, written in the same transaction.
 * @returns `conflict`: too many, or a second pay on delivery
 */
export async function createAccount(scope: MerchantScope, values: AccountValues, { locale, at }: { locale: 'id' | 'en'; at: Date }): Promise<Result<{ id: string }>> {
  if (scope.userId === null) return failure({ kind: 'forbidden' })
  const confirmed = await confirmPassword(scope.userId, values.password)
  if (!confirmed.ok) return confirmed
  const { minimumAmount, maximumAmount } = values
  const details = detailsOf(values.details)
  const state: AccountState = { label: labelOf({ label: values.label, details, locale }), details, isOn: true, minimumAmount, maximumAmount }
  const id = newRowId(at.getTime())
  return await inTransaction(async (sql) => {
    await lockReceiving(sql, scope)
    const others = await listReceivingAccounts(scope, sql)
    if (others.length >= MAX_ACCOUNTS) return failure({ kind: 'conflict', message: 'tooManyAccounts' })
    if (details.kind === 'cod' && others.some((other) => other.details.kind === 'cod')) return failure({ kind: 'conflict', message: 'secondDelivery' })
    await insertAccount(sql, scope, { ...state, id, at })
    await insertAccountEvent(sql, scope, { accountId: id, type: 'created', before: null, now: state, at })
    await planAccountEmail(sql, { merchantId: scope.merchantId, accountId: id, before: null, now: describeAccount(state), at })
    return success({ id })
  })
}
