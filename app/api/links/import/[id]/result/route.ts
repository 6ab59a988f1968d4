import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { findSeller } from '@/lib/auth/seller'
import { CSV_TYPE, noFile, sendFile } from '@/lib/http/send-file'
import { resultFile } from '@/lib/link-import/result-file'
import { env } from '@/lib/platform/env'

export const dynamic = 'force-dynamic'

/** What became of every row of an import, for its own shop's sellers only. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = z.uuid().safeParse((await params).id)
  const seller = await findSeller()
  if (!id.success || !seller) return noFile()
  const [t, errors] = [await getTranslations('bulk.rowState'), await getTranslations('errors')]
  const file = await resultFile(seller.scope, id.data, {
    stateOf: (state, of) => t(state === 'waiting' && of === 'cancelled' ? 'stopped' : state),
    reasonOf: (message) => errors(errors.has(message as 'required') ? (message as 'required') : 'unexpected'),
    urlOf: (slug) => new URL(`/p/${slug}`, env().APP_URL).href,
  })
  return file ? sendFile(file.content, { fileName: file.fileName, type: CSV_TYPE }) : noFile()
}
