import 'server-only'
import { env } from '@/lib/platform/env'
import { newRowId } from '@/lib/platform/ids'
import { isRefusedAddress, literalAddress } from '@/lib/platform/outgoing-address'
import { invalid, success, type FieldErrors, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { sealSecret } from './endpoint-secret'
import { insertEndpoint } from './endpoint/store'
import type { EndpointValues } from './schema'
import { newEndpointSecret } from './signature'

export type CreatedEndpoint = { id: string; secret: string }

/** @returns the secret that signs what it will get */
export async function createEndpoint(scope: MerchantScope, values: EndpointValues, at: Date): Promise<Result<CreatedEndpoint>> {
  const refused = refusalOf(values)
  if (refused) return invalid(refused)
  const [id, secret] = [newRowId(at.getTime()), newEndpointSecret()]
  await insertEndpoint(scope, { ...values, id, sealedSecret: sealSecret(id, secret), at })
  return success({ id, secret })
}

/**
 * A word in time for addresses that can never work. It protects nothing: a name may lead inside
 * later, which is refused when it is called.
 */
export function refusalOf({ url }: Pick<EndpointValues, 'url'>): FieldErrors | null {
  const allowLoopback = env().ALLOW_LOOPBACK_WEBHOOKS
  const target = new URL(url)
  const literal = literalAddress(target)
  const inside = literal === null ? !allowLoopback && /^(.*\.)?localhost\.?$/.test(target.hostname) : isRefusedAddress(literal, { allowLoopback })
  return inside ? { url: 'webhookUrlInside' } : null
}
