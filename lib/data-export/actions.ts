'use server'

import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { notFound, success, type Result } from '@/lib/platform/result'
import { findExport, listExports } from './queries'
import { exportIdSchema, startExportSchema } from './schema'
import { startExport } from './start-export'
import { cancelExport } from './store'
import type { ExportView } from './views'

const SHOWN = 20

/** Read-only: the page's query. */
export async function listExportsAction(input: unknown): Promise<Result<ExportView[]>> {
  return await sellerAction(input, z.strictObject({}), async ({ scope }) => success(await listExports(scope, SHOWN)))
}

/** Asks for a file, in the language that the seller reads. */
export async function startExportAction(input: unknown): Promise<Result<{ id: string }>> {
  return await sellerAction(input, startExportSchema, async ({ scope, shop }, values) =>
    startExport(scope, values, { locale: await getLocale(), timeZone: shop.timeZone, at: now() }),
  )
}

export async function cancelExportAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, exportIdSchema, async ({ scope }, { id }) => {
    if (!(await findExport(scope, id))) return notFound()
    await cancelExport(scope, id, now())
    return success(null)
  })
}
