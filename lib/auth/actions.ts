'use server'

import { cookies } from 'next/headers'
import { LOCALE_COOKIE, LOCALE_COOKIE_OPTIONS } from '@/lib/i18n/locales'
import { setLocaleSchema } from '@/lib/i18n/schema'
import { publicAction } from '@/lib/http/action'
import { clientAddress } from '@/lib/http/same-origin'
import { success, type Result } from '@/lib/platform/result'
import { MODE_COOKIE } from '@/lib/shop/mode'
import { z } from 'zod'
import { requestPasswordReset, resetPassword } from './reset-password'
import { forgotPasswordSchema, resetPasswordSchema, signInSchema, signUpSchema } from './schema'
import { signIn, signOut } from './sign-in'
import { signUp } from './sign-up'

export async function signUpAction(input: unknown): Promise<Result<null>> {
  return await publicAction(input, signUpSchema, (values, headers) => signUp(values, { headers, address: clientAddress(headers) }))
}

export async function signInAction(input: unknown): Promise<Result<null>> {
  return await publicAction(input, signInSchema, (values, headers) => signIn(values, { headers, address: clientAddress(headers) }))
}

export async function signOutAction(input: unknown): Promise<Result<null>> {
  return await publicAction(input, z.strictObject({}), async (_, headers) => {
    const jar = await cookies()
    // Whoever signs in next here begins where no money moves.
    jar.delete(MODE_COOKIE)
    return await signOut({ headers })
  })
}

export async function requestPasswordResetAction(input: unknown): Promise<Result<null>> {
  return await publicAction(input, forgotPasswordSchema, (values, headers) =>
    requestPasswordReset(values, { headers, address: clientAddress(headers) }),
  )
}

export async function resetPasswordAction(input: unknown): Promise<Result<null>> {
  return await publicAction(input, resetPasswordSchema, (values, headers) => resetPassword(values, { headers }))
}

/** The language of this browser; a signed-in seller's shop keeps its own, see the shop's settings. */
export async function setLocaleAction(input: unknown): Promise<Result<null>> {
  return await publicAction(input, setLocaleSchema, async ({ locale }) => {
    const jar = await cookies()
    jar.set(LOCALE_COOKIE, locale, LOCALE_COOKIE_OPTIONS)
    return success(null)
  })
}
