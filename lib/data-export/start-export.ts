import 'server-only'
import type { Locale } from '@/lib/i18n/locales'
import { invalid, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { MAX_XLSX_ROWS } from '@/lib/table-file/write-xlsx'
import type { StartExportValues } from './schema'
import { countExported, insertExport } from './store'

/**
 * Asks for a file, which a job then writes.
 * @param timeZone the shop's, in which the file's times are told
 * @returns `invalid` for more rows than Excel opens
 */
export async function startExport(scope: MerchantScope, values: StartExportValues, circumstances: { locale: Locale; timeZone: string; at: Date }): Promise<Result<{ id: string }>> {
  if (values.format === 'xlsx' && (await countExported(scope, values, { at: circumstances.at, atMost: MAX_XLSX_ROWS + 1 })) > MAX_XLSX_ROWS) {
    return invalid({ format: 'exportTooLong' })
  }
  return success({ id: await insertExport(scope, values, circumstances) })
}
