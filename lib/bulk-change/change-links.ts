import 'server-only'
import { notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { runChange } from './run-change'
import { MAX_SELECTED } from './rules'
import type { ChangeLinksValues } from './schema'
import { findBulkChange, insertBulkChange } from './store'
import type { BulkChangeView } from './views'

/**
 * Pauses, resumes, deletes or restores many links. A selection is done when this answers; *all
 * matching* goes on in the background.
 * @returns how far it is; not found when none of the links is this shop's
 */
export async function changeLinks(scope: MerchantScope, values: ChangeLinksValues, at: Date): Promise<Result<BulkChangeView>> {
  const id = await insertBulkChange(scope, values, at)
  if (id === null) return notFound()
  if ('ids' in values.target) await runChange(id, () => at)
  return await report(scope, id)
}

/** Brings back exactly the links that a deleting change deleted. Few at once, many in the background. */
export async function undoDeletion(scope: MerchantScope, { id, submissionId }: { id: string; submissionId: string }, at: Date): Promise<Result<BulkChangeView>> {
  const deletion = await findBulkChange(scope, id)
  if (deletion?.change !== 'delete') return notFound()
  const undoing = await insertBulkChange(scope, { submissionId, change: 'restore', target: { undo: id }, cancelsOrders: false }, at)
  if (undoing === null) return notFound()
  if (deletion.changedCount <= MAX_SELECTED) await runChange(undoing, () => at)
  return await report(scope, undoing)
}

async function report(scope: MerchantScope, id: string): Promise<Result<BulkChangeView>> {
  const found = await findBulkChange(scope, id)
  return found ? success(found) : notFound()
}
