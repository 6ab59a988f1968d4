import 'server-only'
import { APIError } from 'better-auth/api'
import { failure, invalid, success, type Result } from '@/lib/platform/result'
import { auth } from './auth'
import { countTry } from './rate-limit'

/** Sends a reset link when the e-mail has an account. The answer is the same when it has none. */
export async function requestPasswordReset(
  { email }: { email: string },
  { headers, address }: { headers: Headers; address: string },
): Promise<Result<null>> {
  const wait = await countTry('passwordResetByAddress', address)
  if (wait) return failure({ kind: 'rateLimited', retryAfterSeconds: wait })
  // Too many for one mailbox: nothing more is sent, and the answer does not tell.
  if (await countTry('passwordResetByEmail', email)) return success(null)
  await auth().api.requestPasswordReset({ body: { email }, headers })
  return success(null)
}

/** Sets a new password and ends every session of the account. */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  { headers }: { headers: Headers },
): Promise<Result<null>> {
  try {
    await auth().api.resetPassword({ body: { token, newPassword: password }, headers })
  } catch (error) {
    if (error instanceof APIError) return invalid({ '': 'resetLinkInvalid' })
    throw error
  }
  return success(null)
}
