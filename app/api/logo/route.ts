import { takeFile } from '@/lib/http/take-file'
import { now } from '@/lib/platform/clock'
import { setLogo } from '@/lib/shop/profile/set-logo'
import { MAX_LOGO_BYTES, type LogoProblem } from '@/lib/shop/profile/views'

export const dynamic = 'force-dynamic'

const STATUS = { tooLarge: 413, notAPicture: 415, moves: 422, tooManyPixels: 422, broken: 422, heic: 415, tooOften: 429, busy: 503 } as const satisfies Record<LogoProblem, number>

/** The signed-in seller's logo: the body is the file itself. An action's body could not be this large. */
export async function PUT(request: Request): Promise<Response> {
  return await takeFile(request, { most: MAX_LOGO_BYTES }, async ({ scope }, sent) => {
    const problem = await setLogo(scope, sent, now())
    return problem === null ? { status: 204, body: null } : { status: STATUS[problem], body: { problem } }
  })
}
