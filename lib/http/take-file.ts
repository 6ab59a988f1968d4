import 'server-only'
import { findSeller, type Seller } from '@/lib/auth/seller'
import { logger } from '@/lib/platform/logger'
import { withBytes } from './read-bytes'
import { isSameOrigin } from './same-origin'

const HEADERS = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }

/**
 * A file that a signed-in seller sends from a page of ours: larger than an action's body may be.
 * Checks where it comes from and who sends it, reads `most` bytes at most and within what all uploads may
 * take together, and answers JSON; what went wrong inside is logged, and the sender hears `unexpected`.
 */
export async function takeFile(request: Request, { most }: { most: number }, run: (seller: Seller, content: Buffer) => Promise<{ status: number; /** Null: none. */ body: unknown }>): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, 'forbidden')
  try {
    const seller = await findSeller()
    if (!seller) return problem(401, 'unauthenticated')
    return await withBytes(request, { maxBytes: most }, async (sent) => {
      if (!sent.ok) return problem(STATUS[sent.reason], sent.reason)
      const { status, body } = await run(seller, sent.bytes)
      return body === null ? new Response(null, { status, headers: HEADERS }) : Response.json(body, { status, headers: HEADERS })
    })
  } catch (error) {
    logger.error({ error }, 'a file that was sent could not be taken')
    return problem(500, 'unexpected')
  }
}

const STATUS = { tooLarge: 413, busy: 503, brokenOff: 400 } as const

const problem = (status: number, name: string) => Response.json({ problem: name }, { status, headers: HEADERS })
