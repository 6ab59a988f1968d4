import 'server-only'
import { APIError } from 'better-auth/api'
import { failure, invalid, success, type Result } from '@/lib/platform/result'
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
    await auth().api.signInEmail({ body: { email, password }, headers })
  } catch (error) {
    if (error instanceof APIError) return invalid({ '': 'signInFailed' })
    throw error
  }
  await forgetTries('signInByEmail', email)
  return success(null)
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
