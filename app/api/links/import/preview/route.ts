import { MAX_FILE_BYTES } from '@/lib/link-import/schema'
import { previewImport } from '@/lib/link-import/preview-import'
import { now } from '@/lib/platform/clock'
import { takeFile } from '@/lib/http/take-file'

export const dynamic = 'force-dynamic'

/** What a file of links would make: the body is the file itself. Writes nothing. */
export async function POST(request: Request): Promise<Response> {
  return await takeFile(request, { most: MAX_FILE_BYTES }, async ({ scope, shop }, content) => {
    const read = await previewImport(scope, content, { timeZone: shop.timeZone, currency: shop.currency, at: now() })
    return read.ok ? { status: 200, body: read.preview } : { status: 422, body: { failure: read.failure } }
  })
}
