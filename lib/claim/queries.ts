import 'server-only'
import { ownStorage } from '@/lib/file/storage'
import type { MerchantScope } from '@/lib/shop/scope'
import { findProofFile } from './store'

export { countOpenClaims, listOpenClaims } from './store'

/** A proof as it is kept; null when it is not this shop's, or there is none (any more). */
export async function readProof(scope: MerchantScope, id: string): Promise<{ content: Buffer; contentType: string; orderId: string } | null> {
  const file = await findProofFile(scope, id)
  const content = file && (await ownStorage().read(file.name))
  return content ? { content, contentType: file.contentType, orderId: file.orderId } : null
}
