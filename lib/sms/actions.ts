'use server'

import { z } from 'zod'
import { sellerAction } from '@/lib/http/action'
import { wordingOf } from '@/lib/i18n/wording'
import { now } from '@/lib/platform/clock'
import { success, type Result } from '@/lib/platform/result'
import { saveProvider } from './save-provider'
import { smsProviderSchema, testSmsSchema } from './schema'
import { deleteProvider } from './store'
import { testProvider } from './test-provider'
import type { SmsTestResult } from './views'

export async function saveSmsProviderAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, smsProviderSchema, ({ scope }, values) => saveProvider(scope, values, now()))
}

/** Forgets the provider with its secrets. */
export async function removeSmsProviderAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, z.strictObject({}), async ({ scope }) => {
    await deleteProvider(scope)
    return success(null)
  })
}

export async function testSmsAction(input: unknown): Promise<Result<SmsTestResult>> {
  return await sellerAction(input, testSmsSchema, ({ scope, shop }, { to }) =>
    testProvider(scope, { to, text: wordingOf(shop.locale).sending('sms.test', { shop: shop.name }) }, now()),
  )
}
