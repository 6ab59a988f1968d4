import { countTry } from '@/lib/auth/rate-limit'
import { linkStanding } from '@/lib/checkout/link-standing'
import { findCheckoutLink } from '@/lib/checkout/queries'
import { isSlug } from '@/lib/checkout/schema'
import { readForm } from '@/lib/http/read-form'
import { clientAddress, isSameOrigin } from '@/lib/http/same-origin'
import { now } from '@/lib/platform/clock'
import { joinWaiters } from '@/lib/waiter/join-waiters'
import { seeOther } from '../../_page/html-response'
import { linkPage } from '../../_page/link-page'
import { kindly, notFoundPage, sentencePage } from '../../_page/sentence'
import { localeCookie, readVisit } from '../../_page/visit'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ slug: string }> }

/** How a refusal is told beside the page that says it. */
const STATUS = { phoneInvalid: 422, full: 409, notWaiting: 409, tooOften: 429 } as const

/** A customer of a closed link leaves a number to be told. A plain form, answered with a page. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const visit = readVisit(request)
  return await kindly(visit, async () => {
    const at = now()
    if (!isSlug(slug)) return await notFoundPage(visit)
    const page = `/p/${slug}`
    const back = page + visit.query
    if (!isSameOrigin(request.headers)) return await sentencePage(visit, 'forbidden', { status: 403, back })
    const posted = await readForm(request)
    if (!posted.ok) return await sentencePage(visit, 'unreadable', { status: posted.status, back })
    const link = await findCheckoutLink(slug)
    if (!link) return await notFoundPage(visit)
    const typed = (posted.fields['phone'] ?? '').slice(0, 40)
    const waits = await countTry('waiterByAddress', clientAddress(request.headers))
    const joined = waits === undefined ? await joinWaiters(link, typed, at) : 'tooOften'
    // Open meanwhile: better than being told later.
    if (joined === 'open') return seeOther(back, localeCookie(visit))
    if (joined === 'waiting') return seeOther(`${page}?waiting=1${visit.lang ? `&lang=${visit.lang}` : ''}`, localeCookie(visit))
    const response = await linkPage({ visit, standing: await linkStanding(link, at), at, status: STATUS[joined], wait: { said: joined, typed } })
    if (waits !== undefined) response.headers.set('Retry-After', String(waits))
    return response
  })
}

/** A refused form's page is reloaded by its address. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const visit = readVisit(request)
  return isSlug(slug) ? seeOther(`/p/${slug}${visit.query}`) : await notFoundPage(visit)
}
