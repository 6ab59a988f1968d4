import { isSlug } from '@/lib/checkout/schema'
import { notFoundPage } from '../../p/_page/sentence'
import { readVisit } from '../../p/_page/visit'

/** Midtrans' form of the address. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  if (!isSlug(slug)) return await notFoundPage(readVisit(request))
  return new Response(null, { status: 308, headers: { Location: `/p/${slug}${new URL(request.url).search}` } })
}
