import 'server-only'
import { failure, invalid, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import type { SaveView } from './schema'
import { insertView } from './store'
import type { SavedView } from './views'

/** Keeps a list's search and filters under a name, for the whole shop. */
export async function saveView(scope: MerchantScope, view: SaveView, at: Date): Promise<Result<SavedView>> {
  const saved = await insertView(scope, view, at)
  if (saved === 'nameTaken') return invalid({ name: 'viewNameTaken' })
  return saved === 'full' ? failure({ kind: 'conflict', message: 'viewsFull' }) : success(saved)
}
