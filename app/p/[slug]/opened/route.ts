import type { NextRequest } from 'next/server'
import { readSessionCookie } from '@/lib/auth/session-cookie'
import { isSlug } from '@/lib/checkout/schema'
import { clientAddress, isSameOrigin } from '@/lib/http/same-origin'
import { countOpening } from '@/lib/opening/count-opening'
import { isOpenedByCustomer } from '@/lib/opening/rules'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ slug: string }> }

/** The page's script says that somebody looks at it. Answers alike whether or not that counts. */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  const { slug } = await params
  const { headers, cookies } = request
  const counts = isSlug(slug) && isSameOrigin(headers) && isOpenedByCustomer(headers, { isSeller: readSessionCookie(cookies) !== null })
  if (counts) countOpening(slug, clientAddress(headers))
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}
