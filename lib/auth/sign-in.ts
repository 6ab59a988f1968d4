import 'server-only'
import { APIError } from 'better-auth/api'
import { cookies } from 'next/headers'
import { LOCALE_COOKIE, LOCALE_COOKIE_OPTIONS } from '@/lib/i18n/locales'
import { failure, invalid, success, type Result } from '@/lib/platform/result'
import { findShopOfUser } from '@/lib/shop/store'
import { auth } from './auth'
import { countTry, forgetTries } from './rate-limit'

type Request = { headers: Headers; address: string }

/**
 * Signs a seller in and sets the session's cookie. A wrong password and an unknown e-mail are the
 * same answer after the same work: better-auth hashes in both cases.
 */
export async function signIn({ email, password }: { email: string; password: string }, { headers, address }: Request): Promise<Result<null>> {
  const wait = (await countTry('signInByAddress', address)) ?? (await countTry('signInByEmail', email))
  if (wait) return failure({ kind: 'rateLimited', retryAfterSeconds: wait })
  try {
    const { user } = await auth().api.signInEmail({ body: { email, password }, headers })
    await speakAsTheShop(user.id)
  } catch (error) {
    if (error instanceof APIError) return invalid({ '': 'signInFailed' })
    throw error
  }
  await forgetTries('signInByEmail', email)
  return success(null)
}

/** On a device where nobody chose a language yet, the dashboard speaks the shop's. */
async function speakAsTheShop(userId: string): Promise<void> {
  const jar = await cookies()
  if (jar.has(LOCALE_COOKIE)) return
  const shop = await findShopOfUser(userId)
  if (shop) jar.set(LOCALE_COOKIE, shop.locale, LOCALE_COOKIE_OPTIONS)
}

/** Ends the session in the database and takes the cookie back. Signing out twice is no error. */
export async function signOut({ headers }: { headers: Headers }): Promise<Result<null>> {
  try {
    await auth().api.signOut({ headers })
  } catch (error) {
    if (!(error instanceof APIError)) throw error
  }
  return success(null)
}
