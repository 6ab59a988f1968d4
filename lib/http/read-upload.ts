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
  let taken = 0
  const take = (bytes: number): boolean => {
    if (!budget.take(bytes)) return false
    taken += bytes
    return true
  }
  try {
    return await use(await readUpload(request, { fileField, maxBytes, take }))
  } finally {
    budget.giveBack(taken)
  }
}

async function readUpload(request: Request, { fileField, maxBytes, take }: { fileField: string; maxBytes: number; take: (bytes: number) => boolean }): Promise<PostedUpload> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type)) return { ok: false, status: 415 }
  const limit = maxBytes + OVERHEAD_BYTES
  if (Number(request.headers.get('content-length') ?? 0) > limit) return { ok: false, status: 413 }
  const body = await readBytes(request.body, { limit, take })
  if (!body.ok) return body
  const form = await new Response(body.bytes, { headers: { 'content-type': type } }).formData().catch(() => null)
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

type Reading = { limit: number; take: (bytes: number) => boolean }

async function readBytes(body: ReadableStream<Uint8Array> | null, { limit, take }: Reading): Promise<{ ok: true; bytes: Buffer<ArrayBuffer> } | { ok: false; status: 400 | 413 | 503 }> {
  if (!body) return { ok: false, status: 400 }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  const giveUp = async (status: 413 | 503) => {
    await reader.cancel()
    return { ok: false as const, status }
  }
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { ok: true, bytes: Buffer.concat(chunks) }
      size += value.byteLength
      if (size > limit) return await giveUp(413)
      if (!take(value.byteLength)) return await giveUp(503)
      chunks.push(value)
    }
  } catch {
    // The sender went away in the middle.
    return { ok: false, status: 400 }
  }
}
