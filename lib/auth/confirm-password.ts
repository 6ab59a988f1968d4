import 'server-only'
import { APIError } from 'better-auth/api'
import { headers } from 'next/headers'
import { failure, invalid, success, type Result } from '@/lib/platform/result'
import { auth } from './auth'
import { countTry, forgetTries } from './rate-limit'

/** Asks whoever is signed in for the password once more, before something that a borrowed browser must not do. */
export async function confirmPassword(userId: string, password: string): Promise<Result<null>> {
  const wait = await countTry('passwordByUser', userId)
  if (wait) return failure({ kind: 'rateLimited', retryAfterSeconds: wait })
  try {
    await auth().api.verifyPassword({ body: { password }, headers: await headers() })
  } catch (error) {
    if (error instanceof APIError) return invalid({ password: 'passwordWrong' })
    throw error
  }
  await forgetTries('passwordByUser', userId)
  return success(null)
}
