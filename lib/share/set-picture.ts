import 'server-only'
import { countTry } from '@/lib/auth/rate-limit'
import type { MerchantScope } from '@/lib/shop/scope'
import { reEncodePicture } from './picture'
import type { PictureProblem } from './schema'
import { findSlugOf, writePicture } from './store'

export type PictureAnswer = 'kept' | 'notFound' | { problem: PictureProblem }

/** Puts a product picture onto a link's card. What is stored is our own encoding of it. */
export async function setPicture(scope: MerchantScope, { id, sent }: { id: string; sent: Buffer }, at: Date): Promise<PictureAnswer> {
  if ((await findSlugOf(scope, id)) === null) return 'notFound'
  // Decoding is the dearest thing that a seller can ask for.
  if ((await countTry('pictureByShop', scope.merchantId)) !== undefined) return { problem: 'tooOften' }
  const encoded = await reEncodePicture(sent)
  if (!encoded.ok) return { problem: encoded.problem }
  return (await writePicture(scope, { id, picture: encoded.picture, at })) ? 'kept' : 'notFound'
}
