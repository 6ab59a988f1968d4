import { z } from 'zod'
import { findSeller } from '@/lib/auth/seller'
import { readProof } from '@/lib/claim/queries'

export const dynamic = 'force-dynamic'

const HEADERS = {
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  // Should a browser ever open it as a page, it can do nothing and reach nobody.
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** The proof of a claim, `<claim id>.jpg`: for the shop's own sellers only. Whose it is not, for them it is not there. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const id = z.uuid().safeParse(/^(.+)\.jpg$/.exec((await params).file)?.[1])
  const seller = await findSeller()
  const proof = id.success && seller ? await readProof(seller.scope, id.data) : null
  if (!proof) return new Response(null, { status: 404, headers: HEADERS })
  return new Response(new Uint8Array(proof.content), {
    headers: { ...HEADERS, 'Content-Type': proof.contentType, 'Content-Disposition': `inline; filename="proof-${proof.orderId}.jpg"` },
  })
}
