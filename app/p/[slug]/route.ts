import { findCheckoutLink } from '@/lib/checkout/queries'
import { isSlug } from '@/lib/checkout/schema'
import { now } from '@/lib/platform/clock'
import { openLink } from '../_page/open-link'
import { notFoundPage, kindly } from '../_page/sentence'
import { submitForm } from '../_page/submit-form'
import { readVisit } from '../_page/visit'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ slug: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const visit = readVisit(request)
  return await kindly(visit, async () => {
    const link = isSlug(slug) ? await findCheckoutLink(slug) : null
    return link ? await openLink({ visit, link, at: now() }) : await notFoundPage(visit)
  })
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const visit = readVisit(request)
  return await kindly(visit, async () => await submitForm({ request, visit, slug, at: now() }))
}
