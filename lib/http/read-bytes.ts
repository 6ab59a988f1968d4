import { uploadBudget, type UploadBudget } from './upload-budget'

export type ReadBytes = { ok: true; bytes: Buffer<ArrayBuffer> } | { ok: false; reason: 'tooLarge' | 'busy' | 'brokenOff' }

type Limits = { maxBytes: number; budget?: UploadBudget }

/**
 * A request's body, whatever it is, for as long as `use` takes. Counts while it reads and gives up beyond
 * `maxBytes` (`tooLarge`), or when all uploads at work together are too many bytes (`busy`): a crowd of
 * senders does not fill the memory.
 */
export async function withBytes<Value>(request: Request, { maxBytes, budget = uploadBudget }: Limits, use: (sent: ReadBytes) => Promise<Value>): Promise<Value> {
  let taken = 0
  const take = (bytes: number): boolean => {
    if (!budget.take(bytes)) return false
    taken += bytes
    return true
  }
  try {
    return await use(await readBytes(request, { maxBytes, take }))
  } finally {
    budget.giveBack(taken)
  }
}

async function readBytes({ headers, body }: Request, { maxBytes, take }: { maxBytes: number; take: (bytes: number) => boolean }): Promise<ReadBytes> {
  if (Number(headers.get('content-length') ?? 0) > maxBytes) return { ok: false, reason: 'tooLarge' }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body?.getReader()
  const giveUp = async (reason: 'tooLarge' | 'busy'): Promise<ReadBytes> => {
    await reader?.cancel()
    return { ok: false, reason }
  }
  try {
    while (reader) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > maxBytes) return await giveUp('tooLarge')
      if (!take(value.byteLength)) return await giveUp('busy')
      chunks.push(value)
    }
  } catch {
    // The sender went away in the middle.
    return { ok: false, reason: 'brokenOff' }
  }
  return { ok: true, bytes: Buffer.concat(chunks) }
}
