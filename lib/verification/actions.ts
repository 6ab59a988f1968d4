'use server'

import { getLocale } from 'next-intl/server'
import { publicAction, sellerAction } from '@/lib/http/action'
import { clientAddress } from '@/lib/http/same-origin'
import { isLocale } from '@/lib/i18n/locales'
import { now } from '@/lib/platform/clock'
import type { Result } from '@/lib/platform/result'
import { z } from 'zod'
import { confirmAccount } from './confirm-account'
import { confirmEmail, sendEmailConfirmation } from './confirm-email'
import { saveIdentity } from './save-identity'
import { confirmAccountSchema, emailTokenSchema, identitySchema } from './schema'

export async function saveIdentityAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, identitySchema, ({ scope }, values) => saveIdentity(scope, values, now()))
}

/** Sends the letter with the link, in the language of this browser. */
export async function sendEmailConfirmationAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, z.strictObject({}), async ({ scope, shop }) => {
    const locale = await getLocale()
    return await sendEmailConfirmation(scope, { locale: isLocale(locale) ? locale : shop.locale, at: now() })
  })
}

/** For whoever opens the letter's link, signed in or not. */
export async function confirmEmailAction(input: unknown): Promise<Result<null>> {
  return await publicAction(input, emailTokenSchema, (values, headers) => confirmEmail(values, { address: clientAddress(headers), at: now() }))
}

export async function confirmAccountAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, confirmAccountSchema, ({ scope, shop }, values) => confirmAccount(scope, values, { shopName: shop.name, at: now() }))
}
