'use server'

import { z } from 'zod'
import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { notFound, success, type Result } from '@/lib/platform/result'
import { changeLinks, undoDeletion } from './change-links'
import { findBulkChange, measureTarget } from './queries'
import { changeIdSchema, changeLinksSchema, targetSchema, undoSchema } from './schema'
import { cancelBulkChange } from './store'
import type { BulkChangeView, TargetSize } from './views'

/** Read-only: how many links a question is about. */
export async function measureTargetAction(input: unknown): Promise<Result<TargetSize>> {
  return await sellerAction(input, z.strictObject({ target: targetSchema }), async ({ scope }, { target }) => success(await measureTarget(scope, target, now())))
}

/** A selection at once, all matching in the background. */
export async function changeLinksAction(input: unknown): Promise<Result<BulkChangeView>> {
  return await sellerAction(input, changeLinksSchema, ({ scope }, values) => changeLinks(scope, values, now()))
}

/** Read-only: the progress page's query. */
export async function findBulkChangeAction(input: unknown): Promise<Result<BulkChangeView>> {
  return await sellerAction(input, changeIdSchema, async ({ scope }, { id }) => {
    const found = await findBulkChange(scope, id)
    return found ? success(found) : notFound()
  })
}

/** Links that are changed already stay so. */
export async function cancelBulkChangeAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, changeIdSchema, async ({ scope }, { id }) => {
    if (!(await findBulkChange(scope, id))) return notFound()
    await cancelBulkChange(scope, id, now())
    return success(null)
  })
}

/** Brings back what such a change deleted. */
export async function undoBulkDeleteAction(input: unknown): Promise<Result<BulkChangeView>> {
  return await sellerAction(input, undoSchema, ({ scope }, values) => undoDeletion(scope, values, now()))
}
