import 'server-only'
import { APIError } from 'better-auth/api'
import { getLocale } from 'next-intl/server'
import { isLocale } from '@/lib/i18n/locales'
import { failure, invalid, success, type Result } from '@/lib/platform/result'
import { openShop } from '@/lib/shop/open-shop'
import { DEFAULT_TIME_ZONE, isTimeZone } from '@/lib/shop/time-zones'
import { auth } from './auth'
import { countTry } from './rate-limit'

type Wish = { shopName: string; email: string; password: string; timeZone: string }

/**
 * Makes a user with their shop and signs them in. An e-mail that has an account already gets the
 * same vague answer as any other refusal; docs/decisions/sign-in.md says what that does not hide.
 */
export async function signUp(wish: Wish, { headers, address }: { headers: Headers; address: string }): Promise<Result<null>> {
  const wait = await countTry('signUp', address)
  if (wait) return failure({ kind: 'rateLimited', retryAfterSeconds: wait })

  const { email, password, shopName, timeZone } = wish
  let userId: string
  try {
    // The shop's name is kept on the user too: a sign-up that breaks off here is finished at the next visit.
    const { user } = await auth().api.signUpEmail({ body: { name: shopName, email, password }, headers })
    userId = user.id
  } catch (error) {
    if (error instanceof APIError) return invalid({ '': 'signUpFailed' })
    throw error
  }
  const locale = await getLocale()
  await openShop({
    ownerId: userId,
    name: shopName,
    timeZone: isTimeZone(timeZone) ? timeZone : DEFAULT_TIME_ZONE,
    ...(isLocale(locale) && { locale }),
  })
  return success(null)
}
