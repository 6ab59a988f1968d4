import { z } from 'zod'
import { findSeller } from '@/lib/auth/seller'
import { makeLinkInvoice } from '@/lib/document/make-document'
import { pdfResponse } from '@/lib/document/pdf-response'
import { LOCALES } from '@/lib/i18n/locales'
import { now } from '@/lib/platform/clock'

export const dynamic = 'force-dynamic'

/** The invoice of a link that was made for one customer, for the shop's own sellers only. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = z.uuid().safeParse((await params).id)
  const lang = z.enum(LOCALES).nullable().safeParse(new URL(request.url).searchParams.get('lang'))
  const seller = await findSeller()
  const document = seller && id.success && lang.success ? await makeLinkInvoice(seller.scope, id.data, { locale: lang.data, at: now() }) : null
  return document ? pdfResponse(document) : new Response(null, { status: 404, headers: { 'Cache-Control': 'private, no-store' } })
}
