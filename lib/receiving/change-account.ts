import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { insertAccountEvent, lockAccount, markDeleted, updateAccountRow } from './store'
import { stateOf } from './views'

/** Offers an account to customers, or no longer. What is so already changes nothing. */
export async function switchAccount(scope: MerchantScope, { id, isOn }: { id: string; isOn: boolean }, at: Date): Promise<Result<null>> {
  return await inTransaction(async (sql) => {
    const account = await lockAccount(sql, scope, id)
    if (!account) return notFound()
    if (account.isOn === isOn) return success(null)
    await updateAccountRow(sql, scope, { ...account, isOn })
    const before = stateOf(account)
    await insertAccountEvent(sql, scope, { accountId: id, type: isOn ? 'turned_on' : 'turned_off', before, now: { ...before, isOn }, at })
    return success(null)
  })
}

/** Takes an account from the list. Its row stays for the orders that were paid to it. */
export async function deleteAccount(scope: MerchantScope, id: string, at: Date): Promise<Result<null>> {
  return await inTransaction(async (sql) => {
    const account = await lockAccount(sql, scope, id)
    if (!account) return notFound()
    await markDeleted(sql, scope, id, at)
    await insertAccountEvent(sql, scope, { accountId: id, type: 'deleted', before: stateOf(account), now: null, at })
    return success(null)
  })
}
