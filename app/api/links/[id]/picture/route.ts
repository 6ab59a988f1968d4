import { takeFile } from '@/lib/http/take-file'
import { now } from '@/lib/platform/clock'
import { MAX_SENT_BYTES } from '@/lib/share/picture'
import { linkIdSchema, type PictureProblem } from '@/lib/share/schema'
import { setPicture } from '@/lib/share/set-picture'

export const dynamic = 'force-dynamic'

const STATUS = { tooLarge: 413, tooManyPixels: 422, animated: 422, unsupported: 415, broken: 422, tooOften: 429, busy: 503 } as const satisfies Record<PictureProblem, number>

/** A seller's product picture for a link's card: the body is the file itself. An action's body could not be this large. */
export async function PUT(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const named = linkIdSchema.safeParse({ id: (await params).id })
  return await takeFile(request, { most: MAX_SENT_BYTES }, async ({ scope }, sent) => {
    const outcome = named.success ? await setPicture(scope, { id: named.data.id, sent }, now()) : 'notFound'
    if (outcome === 'kept') return { status: 204, body: null }
    return outcome === 'notFound' ? { status: 404, body: { problem: 'notFound' } } : { status: STATUS[outcome.problem], body: { problem: outcome.problem } }
  })
}
