export type PostedUpload =
  | { ok: true; fields: Record<string, string>; file: Buffer | null }
  | { ok: false; status: 400 | 413 | 415 }

/** Names, boundaries and the few words beside the file. */
const OVERHEAD_BYTES = 64 * 1024

/**
 * A plain HTML form with one file, `multipart/form-data`. Counts while it reads and gives up beyond
 * `maxBytes` (413), so no more than that is ever in memory. Refuses other content types (415), broken
 * bodies, doubled fields and files where text belongs (400). What the sender calls the file, and what
 * type they say it has, are not even looked at.
 * @param fileField an empty file, as browsers send it when none was chosen, is null
 */
export async function readUpload(request: Request, { fileField, maxBytes }: { fileField: string; maxBytes: number }): Promise<PostedUpload> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type)) return { ok: false, status: 415 }
  const limit = maxBytes + OVERHEAD_BYTES
  if (Number(request.headers.get('content-length') ?? 0) > limit) return { ok: false, status: 413 }
  const body = await readBytes(request.body, limit)
  if (!body.ok) return body
  const form = await new Response(new Uint8Array(body.bytes), { headers: { 'content-type': type } }).formData().catch(() => null)
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

async function readBytes(body: ReadableStream<Uint8Array> | null, limit: number): Promise<{ ok: true; bytes: Buffer } | { ok: false; status: 400 | 413 }> {
  if (!body) return { ok: false, status: 400 }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { ok: true, bytes: Buffer.concat(chunks) }
      size += value.byteLength
      if (size > limit) {
        await reader.cancel()
        return { ok: false, status: 413 }
      }
      chunks.push(value)
    }
  } catch {
    // The sender went away in the middle.
    return { ok: false, status: 400 }
  }
}
