import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { notFound, success, type Result } from '@/lib/platform/result'
import { seal, unseal } from '@/lib/platform/secret-box'
import type { MerchantScope } from '@/lib/shop/scope'
import { saveSecret } from './source/store'

const contextOf = (accountId: string): string => `money in ${accountId}`

/** A new secret for whoever sends an account's money, shown this once; the one until now ends at once. */
export async function rotateMoneySecret(scope: MerchantScope, accountId: string, at: Date): Promise<Result<{ secret: string }>> {
  const secret = `mnsec_${randomBytes(32).toString('base64url')}`
  return (await saveSecret(scope, accountId, { sealed: seal(secret, contextOf(accountId)), at })) ? success({ secret }) : notFound()
}

/** From now on nobody may send. */
export async function removeMoneySecret(scope: MerchantScope, accountId: string, at: Date): Promise<Result<null>> {
  return (await saveSecret(scope, accountId, { sealed: null, at })) ? success(null) : notFound()
}

/** A sender's clock and ours may differ by this much. */
export const TOLERANCE_MS = 5 * 60_000

export type SignedBody = { body: Uint8Array; signature: string | null; timestamp: string | null; mootaSignature: string | null }

/**
 * Two ways to sign, both hexadecimal HMAC-SHA256 under the account's secret. Ours: over
 * `<timestamp>.<body>`, so that an old call cannot be sent again as a new one. Moota's `Signature`:
 * over the body alone (moota.co, webhook v2, as known); there only the ids of its credits stop a replay.
 */
export function isSigned(accountId: string, encryptedSecret: string, { body, signature, timestamp, mootaSignature }: SignedBody, at: Date): boolean {
  const secret = unseal(encryptedSecret, contextOf(accountId))
  if (signature === null) return mootaSignature !== null && isHmacOf(secret, [body], mootaSignature)
  if (timestamp === null || !/^\d{1,12}$/.test(timestamp) || Math.abs(Number(timestamp) * 1_000 - at.getTime()) > TOLERANCE_MS) return false
  return isHmacOf(secret, [Buffer.from(`${timestamp}.`), body], signature)
}

function isHmacOf(secret: string, parts: readonly Uint8Array[], signature: string): boolean {
  const hmac = createHmac('sha256', secret)
  for (const part of parts) hmac.update(part)
  const [expected, given] = [hmac.digest(), Buffer.from(/^[\da-f]{64}$/i.test(signature) ? signature : '', 'hex')]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
