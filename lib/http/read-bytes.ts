export type ReadBytes = { ok: true; bytes: Buffer } | { ok: false; reason: 'tooLarge' | 'brokenOff' }

/** A request's body, whatever it is, up to `most` bytes; no more than that is ever held. */
export async function readBytes(request: Request, most: number): Promise<ReadBytes> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return { ok: false, reason: 'tooLarge' }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  try {
    while (reader) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > most) {
        await reader.cancel()
        return { ok: false, reason: 'tooLarge' }
      }
      chunks.push(value)
    }
  } catch {
    return { ok: false, reason: 'brokenOff' }
  }
  return { ok: true, bytes: Buffer.concat(chunks) }
}
