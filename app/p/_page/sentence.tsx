import { SentencePage, type Sentence } from '@/components/checkout/sentence-page'
import { logger } from '@/lib/platform/logger'
import { isOutage, RETRY_AFTER_SECONDS } from '@/lib/platform/outage'
import { htmlResponse } from './html-response'
import { localeCookie, type Visit } from './visit'

type Options = { status: number; back?: string | null }

/** A page of one sentence, for requests that no shop's page can answer. */
export async function sentencePage(visit: Visit, sentence: Sentence, { status, back = null }: Options): Promise<Response> {
  const wording = visit.wordingFor()
  return await htmlResponse({
    wording,
    status,
    head: { title: wording.t(`sentences.${sentence}`), description: wording.t(`sentences.${sentence}Text`) },
    page: <SentencePage wording={wording} sentence={sentence} back={back} languages={null} />,
    cookies: localeCookie(visit),
  })
}

export async function notFoundPage(visit: Visit): Promise<Response> {
  return await sentencePage(visit, 'notFound', { status: 404 })
}

/** Runs a route; what nobody foresaw is logged and told kindly. While the database is away the customer is asked to come back. */
export async function kindly(visit: Visit, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run()
  } catch (error) {
    if (isOutage(error)) return await unavailable(visit, error)
    logger.error({ error }, 'a payment page failed')
    return await sentencePage(visit, 'unexpected', { status: 500 })
  }
}

async function unavailable(visit: Visit, error: unknown): Promise<Response> {
  logger.warn({ reason: error instanceof Error ? error.message : String(error) }, 'a payment page could not reach the database')
  const response = await sentencePage(visit, 'unavailable', { status: 503 })
  response.headers.set('Retry-After', String(RETRY_AFTER_SECONDS))
  return response
}
