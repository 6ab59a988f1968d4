import { z } from 'zod'
import { findSeller } from '@/lib/auth/seller'
import { readExport } from '@/lib/data-export/queries'
import { CSV_TYPE, noFile, sendFile, XLSX_TYPE } from '@/lib/http/send-file'

export const dynamic = 'force-dynamic'

/** The file of an export, for its own shop's sellers only. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = z.uuid().safeParse((await params).id)
  const seller = await findSeller()
  const file = id.success && seller ? await readExport(seller.scope, id.data) : null
  if (!file) return noFile()
  return sendFile(file.pieces, { fileName: file.fileName, type: file.format === 'xlsx' ? XLSX_TYPE : CSV_TYPE, bytes: file.bytes })
}
