import 'server-only'
import { createHash } from 'node:crypto'
import { countTry } from '@/lib/auth/rate-limit'
import { inTransaction } from '@/lib/database/sql'
import { keepEmailConfirmation, planEmailConfirmation } from '@/lib/email/send-email-confirmation'
import type { Locale } from '@/lib/i18n/locales'
import { newRowId, secretToken } from '@/lib/platform/ids'
import { failure, invalid, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { insertEmailConfirmation, requireEmailStanding, useEmailConfirmation } from './store'

const HOURS = 24

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * Sends whoever is signed in a letter with a link; the row and the letter are one transaction. Without
 * a mail server the operator finds the letter (`DATA_DIR/mail`), never the shop's own outbox: a seller
 * who could read it there would confirm an address that is not theirs.
 * @returns rate limited after three letters in a quarter of an hour; an address that is confirmed gets none
 */
export async function sendEmailConfirmation(scope: MerchantScope, { locale, at }: { locale: Locale; at: Date }): Promise<Result<null>> {
  const { userId } = scope
  if (userId === null) return failure({ kind: 'forbidden' })
  const { email, isConfirmed } = await requireEmailStanding(userId)
  if (isConfirmed) return success(null)
  const wait = await countTry('emailConfirmationByUser', userId)
  if (wait) return failure({ kind: 'rateLimited', retryAfterSeconds: wait })
  const token = secretToken()
  const letter = { to: email, token, locale, at }
  await inTransaction(async (on) => {
    await insertEmailConfirmation(on, { id: newRowId(at.getTime()), userId, email, tokenHash: hashOf(token), at, expiresAt: new Date(at.getTime() + HOURS * 3_600_000) })
    await planEmailConfirmation(on, letter)
  })
  await keepEmailConfirmation(letter)
  return success(null)
}

/** Who opened the letter's link and pressed the button reads that address, whether or not they are signed in on this device. Twice is no error. */
export async function confirmEmail({ token }: { token: string }, { address, at }: { address: string; at: Date }): Promise<Result<null>> {
  const wait = await countTry('emailConfirmationByAddress', address)
  if (wait) return failure({ kind: 'rateLimited', retryAfterSeconds: wait })
  return (await useEmailConfirmation(hashOf(token), at)) ? success(null) : invalid({ '': 'confirmLinkInvalid' })
}
