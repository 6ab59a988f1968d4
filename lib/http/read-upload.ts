import { withBytes } from './read-bytes'
import { uploadBudget, type UploadBudget } from './upload-budget'

export type PostedUpload =
  | { ok: true; fields: Record<string, string>; file: Buffer | null }
  | { ok: false; status: 400 | 413 | 415 | 503 }

/** Names, boundaries and the few words beside the file. */
const OVERHEAD_BYTES = 64 * 1024

type Limits = { fileField: string; maxBytes: number; budget?: UploadBudget }

/**
 * A plain HTML form with one file, `multipart/form-data`, for as long as `use` takes. Counts while it
 * reads and gives up beyond `maxBytes` (413), or when all uploads at work together are too many bytes
 * (503): a crowd of senders does not fill the memory. Refuses other content types (415), broken
 * bodies, doubled fields and files where text belongs (400). What the sender calls the file, and what
 * type they say it has, are not even looked at.
 * @param limits.fileField an empty file, as browsers send it when none was chosen, is null
 */
export async function withUpload<Value>(request: Request, { fileField, maxBytes, budget = uploadBudget }: Limits, use: (posted: PostedUpload) => Promise<Value>): Promise<Value> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type)) return await use({ ok: false, status: 415 })
  return await withBytes(request, { maxBytes: maxBytes + OVERHEAD_BYTES, budget }, async (sent) =>
    await use(sent.ok ? await takeApart(sent.bytes, { type, fileField, maxBytes }) : { ok: false, status: STATUS[sent.reason] }))
}

const STATUS = { tooLarge: 413, busy: 503, brokenOff: 400 } as const

async function takeApart(body: Buffer<ArrayBuffer>, { type, fileField, maxBytes }: { type: string; fileField: string; maxBytes: number }): Promise<PostedUpload> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
  if (!form) return { ok: false, status: 400 }
  const fields: Record<string, string> = {}
  let file: Buffer | null = null
  const seen = new Set<string>()
  for (const [name, value] of form) {
    if (seen.has(name) || (typeof value === 'string') === (name === fileField)) return { ok: false, status: 400 }
    seen.add(name)
    if (typeof value === 'string') fields[name] = value
    else if (value.size > maxBytes) return { ok: false, status: 413 }
    else if (value.size > 0) file = Buffer.from(await value.arrayBuffer())
  }
  return { ok: true, fields, file }
}
