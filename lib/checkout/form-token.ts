import 'server-only'
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/platform/env'

/**
 * What an opened payment page carries so that sending it twice makes one order: an id signed for
 * this link. Opening a page writes nothing; a link preview can never hold a place.
 */
export function newFormToken(linkId: string): string {
  const submissionId = randomUUID()
  return `${submissionId}.${sign(linkId, submissionId)}`
}

/** The submission's id; null for a token that was not made here for this link. */
export function readFormToken(linkId: string, token: string): string | null {
  const [submissionId = '', signature = ''] = token.split('.')
  const expected = Buffer.from(sign(linkId, submissionId))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected) ? submissionId : null
}

function sign(linkId: string, submissionId: string): string {
  return createHmac('sha256', env().APP_SECRET).update(`checkout ${linkId} ${submissionId}`).digest('base64url')
}
