import type { AnswerDescription } from '../endpoint'
import { problemSchema, unauthorizedSchema } from './answer-schema'

export const problem = (description: string): AnswerDescription => ({ description, schema: problemSchema })

/** What every operation may answer. */
export const COMMON: Record<number, AnswerDescription> = {
  401: { description: 'No server key, or one that is unknown, revoked or expired.', schema: unauthorizedSchema },
  403: problem('The server key lacks the scope that this takes.'),
  429: problem('Too many requests with this key; the header Retry-After says how many seconds to wait.'),
  500: problem('Our mistake; nothing was done.'),
  503: problem('Not available for the moment; the header Retry-After says when to try again.'),
}

export const NOT_FOUND = problem('No such link in this shop and mode; also for one that was deleted, and for another shop’s.')
