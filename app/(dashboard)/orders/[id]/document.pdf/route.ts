import { z } from 'zod'
import { findSeller } from '@/lib/auth/seller'
import { makeOrderDocument } from '@/lib/document/make-document'
import { pdfResponse } from '@/lib/document/pdf-response'
import { DOCUMENTS } from '@/lib/document/rules'
import { LOCALES } from '@/lib/i18n/locales'
import { now } from '@/lib/platform/clock'

export const dynamic = 'force-dynamic'

const wishSchema = z.object({ kind: z.enum(DOCUMENTS), lang: z.enum(LOCALES).nullable() })

/** An order's receipt or invoice, `?kind=receipt`, for the shop's own sellers only. Whose it is not, for them it is not there. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const id = z.uuid().safeParse((await params).id)
  const wish = wishSchema.safeParse({ kind: searchParams.get('kind'), lang: searchParams.get('lang') })
  const seller = await findSeller()
  const document = seller && id.success && wish.success ? await makeOrderDocument(seller.scope, id.data, { kind: wish.data.kind, locale: wish.data.lang, at: now() }) : null
  return document ? pdfResponse(document) : new Response(null, { status: 404, headers: { 'Cache-Control': 'private, no-store' } })
}
