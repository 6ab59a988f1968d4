import 'server-only'
import { notFound, success, type Result } from '@/lib/platform/result'
import { seal, unseal } from '@/lib/platform/secret-box'
import type { MerchantScope } from '@/lib/shop/scope'
import { findSealedSecrets, replaceSecret } from './endpoint/store'
import { newEndpointSecret } from './signature'
import type { EndpointSecrets } from './views'

const contextOf = (endpointId: string): string => `webhook endpoint ${endpointId}`

export const sealSecret = (endpointId: string, secret: string): string => seal(secret, contextOf(endpointId))

type Sealed = { id: string; encryptedSecret: string; encryptedPreviousSecret: string | null; previousSecretExpiresAt: Date | null }

/** The secrets that sign at `at`, the newest first: two while a rotation is under way. */
export function liveSecrets({ id, encryptedSecret, encryptedPreviousSecret, previousSecretExpiresAt }: Sealed, at: Date): [string, ...string[]] {
  const previous = encryptedPreviousSecret !== null && previousSecretExpiresAt !== null && previousSecretExpiresAt > at ? [encryptedPreviousSecret] : []
  return [unseal(encryptedSecret, contextOf(id)), ...previous.map((sealed) => unseal(sealed, contextOf(id)))]
}

export async function revealSecret(scope: MerchantScope, id: string, at: Date): Promise<Result<EndpointSecrets>> {
  const row = await findSealedSecrets(scope, id)
  if (!row) return notFound()
  const [secret, previousSecret = null] = liveSecrets(
    { id, encryptedSecret: row.sealed, encryptedPreviousSecret: row.sealedPrevious, previousSecretExpiresAt: row.previousExpiresAt },
    at,
  )
  return success({ secret, previousSecret })
}

/** A new secret; the one until now goes on signing beside it for `keepHours`. One from an earlier rotation ends. */
export async function rotateSecret(scope: MerchantScope, id: string, { keepHours, at }: { keepHours: number; at: Date }): Promise<Result<{ secret: string }>> {
  const secret = newEndpointSecret()
  const keepUntil = keepHours > 0 ? new Date(at.getTime() + keepHours * 3_600_000) : null
  return (await replaceSecret(scope, id, { sealed: sealSecret(id, secret), keepUntil, at })) ? success({ secret }) : notFound()
}
