'use server'

import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { success, type Result } from '@/lib/platform/result'
import { deleteView } from './delete-view'
import { listViews } from './queries'
import { renameView } from './rename-view'
import { saveView } from './save-view'
import { listViewsSchema, renameViewSchema, saveViewSchema, viewIdSchema } from './schema'
import type { SavedView } from './views'

/** Read-only: the names above a list. */
export async function listViewsAction(input: unknown): Promise<Result<SavedView[]>> {
  return await sellerAction(input, listViewsSchema, async ({ scope }, { list }) => success(await listViews(scope, list)))
}

export async function saveViewAction(input: unknown): Promise<Result<SavedView>> {
  return await sellerAction(input, saveViewSchema, ({ scope }, view) => saveView(scope, view, now()))
}

export async function renameViewAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, renameViewSchema, ({ scope }, change) => renameView(scope, change))
}

export async function deleteViewAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, viewIdSchema, ({ scope }, { id }) => deleteView(scope, id))
}
