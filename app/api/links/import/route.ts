import { importQuerySchema, MAX_FILE_BYTES } from '@/lib/link-import/schema'
import { startImport } from '@/lib/link-import/start-import'
import { now } from '@/lib/platform/clock'
import { takeFile } from '@/lib/http/take-file'

export const dynamic = 'force-dynamic'

/** Takes a file of links in: the body is the file itself, and what is wished stands in the address. */
export async function POST(request: Request): Promise<Response> {
  return await takeFile(request, { most: MAX_FILE_BYTES }, async ({ scope, shop }, content) => {
    const wished = importQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!wished.success) return { status: 400, body: { problem: 'badRequest' } }
    const { name, submission, again, partly, emails } = wished.data
    const sent = { content, submissionId: submission, fileName: name, leavesOutWrong: partly === '1', again: again === '1', sendsEmails: emails === '1' }
    const started = await startImport(scope, sent, { timeZone: shop.timeZone, currency: shop.currency, at: now() })
    if (started.outcome === 'started') return { status: 201, body: { id: started.id } }
    return started.outcome === 'unreadable' ? { status: 422, body: { failure: started.failure } } : { status: 409, body: { problem: started.outcome } }
  })
}
