'use server'

import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { notFound, success, type Result } from '@/lib/platform/result'
import { findImport, listImportRows } from './queries'
import { importIdSchema } from './schema'
import { cancelImport } from './store'
import type { ImportRowView, ImportView } from './views'

const REFUSED_SHOWN = 100

export type ImportReport = ImportView & {
  /** The first rows that made no link. */
  refused: ImportRowView[]
}

/** Read-only: the progress page's query. */
export async function findImportAction(input: unknown): Promise<Result<ImportReport>> {
  return await sellerAction(input, importIdSchema, async ({ scope }, { id }) => {
    const found = await findImport(scope, id)
    return found ? success({ ...found, refused: await listImportRows(scope, { id, afterRow: 0, limit: REFUSED_SHOWN, only: 'refused' }) }) : notFound()
  })
}

/** Rows that have their links keep them. Cancelling what is over is no error. */
export async function cancelImportAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, importIdSchema, async ({ scope }, { id }) => {
    if (await cancelImport(scope, id, now())) return success(null)
    return (await findImport(scope, id)) ? success(null) : notFound()
  })
}
