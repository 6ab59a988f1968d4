'use server'

import { z } from 'zod'
import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { success, type Result } from '@/lib/platform/result'
import { createKey } from './create-key'
import { listKeys } from './queries'
import { revealKey } from './reveal-key'
import { revokeKey } from './revoke-key'
import { rollKey } from './roll-key'
import { createKeySchema, keyIdSchema, revealKeySchema, rollKeySchema } from './schema'
import type { KeyView, NewKey } from './views'

/** Read-only: the list's query. */
export async function listServerKeysAction(input: unknown): Promise<Result<KeyView[]>> {
  return await sellerAction(input, z.strictObject({}), async ({ scope }) => success(await listKeys(scope, now())))
}

/** Answers with the key itself, to be copied to where it is used. */
export async function createServerKeyAction(input: unknown): Promise<Result<NewKey>> {
  return await sellerAction(input, createKeySchema, ({ scope, shop }, values) => createKey(scope, values, { timeZone: shop.timeZone, at: now() }))
}

/** Answers with the new key; the old one goes on for the chosen time. */
export async function rollServerKeyAction(input: unknown): Promise<Result<NewKey>> {
  return await sellerAction(input, rollKeySchema, ({ scope, shop }, values) => rollKey(scope, values, { timeZone: shop.timeZone, at: now() }))
}

export async function revokeServerKeyAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, keyIdSchema, ({ scope }, { id }) => revokeKey(scope, id, now()))
}

/** The key itself, for whoever knows the account's password. */
export async function revealServerKeyAction(input: unknown): Promise<Result<{ key: string }>> {
  return await sellerAction(input, revealKeySchema, ({ scope }, { id, password }) => revealKey(scope, { id, password, at: now() }))
}
