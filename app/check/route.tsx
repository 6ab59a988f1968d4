import { CheckPage, type CheckAnswer } from '@/components/checkout/check-page'
import { countTry } from '@/lib/auth/rate-limit'
import { checkLink } from '@/lib/check/check-link'
import { clientAddress } from '@/lib/http/same-origin'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { htmlResponse } from '../p/_page/html-response'
import { kindly } from '../p/_page/sentence'
import { languagesOf, localeCookie, readVisit } from '../p/_page/visit'

export const dynamic = 'force-dynamic'

/** Far longer than any address of ours. */
const MAX_SHOWN = 2_000

/** Anybody may ask here whether a link is genuine. A plain form and a page, without scripts. */
export async function GET(request: Request): Promise<Response> {
  const visit = readVisit(request)
  return await kindly(visit, async () => {
    const pasted = new URL(request.url).searchParams.get('link') ?? ''
    const wording = visit.wordingFor()
    const waits = pasted.trim() === '' ? undefined : await countTry('checkByAddress', clientAddress(request.headers))
    const answer: CheckAnswer = pasted.trim() === '' ? null : waits === undefined ? await checkLink(pasted, now()) : { kind: 'tooOften' }
    const response = await htmlResponse({
      wording,
      status: waits === undefined ? 200 : 429,
      head: { title: wording.t('sharing.check.title'), description: wording.t('sharing.check.lead') },
      page: <CheckPage wording={wording} own={new URL(env().APP_URL)} pasted={pasted.slice(0, MAX_SHOWN).toWellFormed()} answer={answer} languages={languagesOf('/check')} />,
      cookies: localeCookie(visit),
    })
    if (waits !== undefined) response.headers.set('Retry-After', String(waits))
    return response
  })
}
