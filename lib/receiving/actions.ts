'use server'

import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import type { Result } from '@/lib/platform/result'
import { deleteAccount, switchAccount } from './change-account'
import { createAccount } from './create-account'
import { accountIdSchema, createAccountSchema, switchAccountSchema, updateAccountSchema } from './schema'
import { updateAccount } from './update-account'

/** A new way to be paid, for whoever knows the account's password. */
export async function createReceivingAccountAction(input: unknown): Promise<Result<{ id: string }>> {
  return await sellerAction(input, createAccountSchema, ({ scope, shop }, values) => createAccount(scope, values, { locale: shop.locale, at: now() }))
}

/** Changes a way to be paid; asks for the password when customers will pay to something else. */
export async function updateReceivingAccountAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, updateAccountSchema, ({ scope, shop }, { id, ...values }) => updateAccount(scope, id, { values, locale: shop.locale, at: now() }))
}

export async function switchReceivingAccountAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, switchAccountSchema, ({ scope }, wish) => switchAccount(scope, wish, now()))
}

export async function deleteReceivingAccountAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, accountIdSchema, ({ scope }, { id }) => deleteAccount(scope, id, now()))
}
