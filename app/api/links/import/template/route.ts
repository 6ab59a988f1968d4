import { findSeller } from '@/lib/auth/seller'
import { CSV_TYPE, noFile, sendFile } from '@/lib/http/send-file'
import { templateFile } from '@/lib/link-import/template-file'

export const dynamic = 'force-dynamic'

/** An empty table with two examples, to be filled in. */
export async function GET(): Promise<Response> {
  if (!(await findSeller())) return noFile()
  return sendFile(templateFile(), { fileName: 'links-template.csv', type: CSV_TYPE })
}
