export type PostedForm = { ok: true; fields: Record<string, string> } | { ok: false; status: 400 | 413 | 415 }

/** Far more than the longest honest form; less than what would hurt. */
const MAX_BYTES = 16 * 1024

/**
 * A plain HTML form's body. Refuses other content types (415), long bodies (413) and a field that
 * was sent twice (400); broken percent signs and broken UTF-8 become replacement characters.
 */
export async function readForm(request: Request): Promise<PostedForm> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return { ok: false, status: 415 }
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) return { ok: false, status: 413 }
  const body = await readText(request.body)
  if (!body.ok) return body
  const entries = [...new URLSearchParams(body.text)]
  const fields = Object.fromEntries(entries)
  return Object.keys(fields).length === entries.length ? { ok: true, fields } : { ok: false, status: 400 }
}

async function readText(body: ReadableStream<Uint8Array> | null): Promise<{ ok: true; text: string } | { ok: false; status: 400 | 413 }> {
  if (!body) return { ok: true, text: '' }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > MAX_BYTES) {
        await reader.cancel()
        return { ok: false, status: 413 }
      }
      chunks.push(value)
    }
  } catch {
    // The sender went away in the middle.
    return { ok: false, status: 400 }
  }
  return { ok: true, text: Buffer.concat(chunks).toString('utf8') }
}
