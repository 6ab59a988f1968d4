import { openGraphImage } from '@/lib/checkout/open-graph-image'
import { previewCard, previewVersion } from '@/lib/checkout/preview-card'
import { findCardPicture, findCheckoutLink } from '@/lib/checkout/queries'
import { isSlug } from '@/lib/checkout/schema'
import { now } from '@/lib/platform/clock'

export const dynamic = 'force-dynamic'

/** The picture of a link in a chat. Its address names a version; any other is answered with today's. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  const link = isSlug(slug) ? await findCheckoutLink(slug) : null
  if (!link) return new Response(null, { status: 404 })
  const card = previewCard(link, now())
  const isCurrent = new URL(request.url).searchParams.get('v') === previewVersion(card)
  return new Response(new Uint8Array(await openGraphImage(card, (sha256) => findCardPicture(link.id, sha256))), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Cache-Control': isCurrent ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
