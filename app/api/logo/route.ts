import { findSeller } from '@/lib/auth/seller'
import { readBytes } from '@/lib/http/read-bytes'
import { isSameOrigin } from '@/lib/http/same-origin'
import { now } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { setLogo } from '@/lib/shop/profile/set-logo'
import { MAX_LOGO_BYTES, type LogoProblem } from '@/lib/shop/profile/views'

export const dynamic = 'force-dynamic'

const STATUS = { tooLarge: 413, notAPicture: 415, moves: 422, tooManyPixels: 422, broken: 422, heic: 415, tooOften: 429 } as const satisfies Record<LogoProblem, number>

/** The signed-in seller's logo: the body is the file itself. An action's body could not be this large. */
export async function PUT(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return answer(403, 'forbidden')
  try {
    const seller = await findSeller()
    if (!seller) return answer(401, 'unauthenticated')
    const body = await readBytes(request, MAX_LOGO_BYTES)
    if (!body.ok) return body.reason === 'tooLarge' ? answer(413, 'tooLarge') : answer(400, 'broken')
    const problem = await setLogo(seller.scope, body.bytes, now())
    return problem === null ? new Response(null, { status: 204, headers: HEADERS }) : answer(STATUS[problem], problem)
  } catch (error) {
    logger.error({ error }, 'a logo could not be kept')
    return answer(500, 'unexpected')
  }
}

const HEADERS = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }

const answer = (status: number, problem: string) => Response.json({ problem }, { status, headers: HEADERS })
