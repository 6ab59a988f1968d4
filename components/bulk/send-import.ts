import type { FileFailure, ImportPreview } from '@/lib/link-import/views'

/** What the server says to a file: see app/api/links/import. */
export type ImportAnswer<Value> = { ok: true; value: Value } | { ok: false; failure: FileFailure | null; problem: string }

export type ImportWish = {
  /** The seller knows that this file was brought in before. */
  again: boolean
  /** Rows that are wrong are left out. */
  partly: boolean
  /** Customers are sent their links. */
  emails: boolean
}

const post = async <Value>(address: string, content: Blob, read: (body: unknown) => Value): Promise<ImportAnswer<Value>> => {
  try {
    const response = await fetch(address, { method: 'POST', body: content, headers: { 'Content-Type': 'application/octet-stream' } })
    const body: unknown = await response.json()
    if (response.ok) return { ok: true, value: read(body) }
    const { failure = null, problem = 'unexpected' } = body as { failure?: FileFailure; problem?: string }
    return { ok: false, failure, problem }
  } catch {
    return { ok: false, failure: null, problem: 'unexpected' }
  }
}

export const sendPreview = (content: Blob) => post('/api/links/import/preview', content, (body) => body as ImportPreview)

export const sendImport = (content: Blob, { name, submission, again, partly, emails }: { name: string; submission: string } & ImportWish) => {
  const query = new URLSearchParams({ name: [...name].slice(0, 100).join(''), submission, ...(again && { again: '1' }), ...(partly && { partly: '1' }), ...(emails && { emails: '1' }) })
  return post(`/api/links/import?${query}`, content, (body) => (body as { id: string }).id)
}
