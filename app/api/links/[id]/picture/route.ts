import { findSeller } from '@/lib/auth/seller'
import { readBytes } from '@/lib/http/read-bytes'
import { isSameOrigin } from '@/lib/http/same-origin'
import { now } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { MAX_SENT_BYTES } from '@/lib/share/picture'
import { linkIdSchema, type PictureProblem } from '@/lib/share/schema'
import { setPicture } from '@/lib/share/set-picture'

export const dynamic = 'force-dynamic'

const STATUS = { tooLarge: 413, tooManyPixels: 422, animated: 422, unsupported: 415, broken: 422, tooOften: 429 } as const satisfies Record<PictureProblem, number>

/** A seller's product picture for a link's card: the body is the file itself. An action's body could not be this large. */
export async function PUT(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  if (!isSameOrigin(request.headers)) return answer(403, 'forbidden')
  try {
    const seller = await findSeller()
    if (!seller) return answer(401, 'unauthenticated')
    const named = linkIdSchema.safeParse({ id: (await params).id })
    if (!named.success) return answer(404, 'notFound')
    const body = await readBytes(request, MAX_SENT_BYTES)
    if (!body.ok) return body.reason === 'tooLarge' ? answer(413, 'tooLarge') : answer(400, 'broken')
    const outcome = await setPicture(seller.scope, { id: named.data.id, sent: body.bytes }, now())
    if (outcome === 'kept') return new Response(null, { status: 204, headers: HEADERS })
    return outcome === 'notFound' ? answer(404, 'notFound') : answer(STATUS[outcome.problem], outcome.problem)
  } catch (error) {
    logger.error({ error }, 'a picture could not be kept')
    return answer(500, 'unexpected')
  }
}

const HEADERS = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }

const answer = (status: number, problem: string) => Response.json({ problem }, { status, headers: HEADERS })
