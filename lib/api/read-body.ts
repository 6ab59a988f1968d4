import 'server-only'

/** Midtrans: 16 KB a request. */
export const MAX_BODY_BYTES = 16 * 1024

const MAX_DEPTH = 20

export type ReadBody = { ok: true; text: string } | { ok: false; status: 400 | 413; message: string }

/** What is too large is still taken off the wire up to here: the next request of the same connection waits behind it. */
const MAX_DRAINED_BYTES = 4 * 1024 * 1024

/** Reads a body as UTF-8 text, at most `maximum` bytes; what is beyond that is thrown away. */
export async function readText(request: Request, maximum = MAX_BODY_BYTES): Promise<ReadBody> {
  if (request.body === null) return { ok: true, text: '' }
  const bytes = await readBytes(request, request.body, maximum).catch(() => null)
  // The client left in the middle of its body, so nobody hears this.
  if (bytes === null) return { ok: false, status: 400, message: 'The request body broke off.' }
  if (bytes.byteLength > maximum) return { ok: false, status: 413, message: `The request body must be at most ${maximum} bytes.` }
  return textOf(bytes)
}

/** @returns more than `maximum` bytes, whatever they are, for a body that is too large */
async function readBytes(request: Request, body: ReadableStream<Uint8Array>, maximum: number): Promise<Uint8Array> {
  const announced = request.headers.get('content-length')
  if (announced !== null && Number(announced) <= maximum) return new Uint8Array(await request.arrayBuffer())
  const kept: Uint8Array[] = []
  let size = 0
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    if (size <= maximum) kept.push(chunk)
    size += chunk.byteLength
    if (size > MAX_DRAINED_BYTES) break
  }
  return Buffer.concat(kept)
}

function textOf(bytes: Uint8Array): ReadBody {
  try {
    return { ok: true, text: UTF8.decode(bytes) }
  } catch {
    return { ok: false, status: 400, message: 'The request body must be UTF-8 text.' }
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

export type ReadJson = { ok: true; value: unknown } | { ok: false; message: string }

/** A JSON value that can be stored: no NUL, no half of a character, no nesting without end. */
export function readJson(text: string): ReadJson {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, message: 'Invalid JSON data provided.' }
  }
  const problem = unstorable(value, '', 0)
  return problem === null ? { ok: true, value } : { ok: false, message: problem }
}

function unstorable(value: unknown, path: string, depth: number): string | null {
  const name = path === '' ? 'The request body' : path
  if (depth > MAX_DEPTH) return `${name.slice(0, 100)} is nested too deeply.`
  if (typeof value === 'string') return isStorable(value) ? null : `${name} contains a character that cannot be stored.`
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) return `${name} has a field whose name contains a character that cannot be stored.`
    const problem = unstorable(inner, path === '' ? key : `${path}.${key}`, depth + 1)
    if (problem !== null) return problem
  }
  return null
}

const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()
