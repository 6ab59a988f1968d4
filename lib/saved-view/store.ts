import 'server-only'
import { prisma } from '@/lib/database/client'
import { sql, violatedUnique } from '@/lib/database/sql'
import { newRowId } from '@/lib/platform/ids'
import type { MerchantScope } from '@/lib/shop/scope'
import { MAX_VIEWS, type SaveView } from './schema'
import type { ListName } from './view-query'
import type { SavedView } from './views'

const own = ({ merchantId, mode }: MerchantScope) => ({ merchantId, mode })

/** The oldest first: a view keeps its place. */
export async function listViews(scope: MerchantScope, list: ListName): Promise<SavedView[]> {
  return await prisma.savedView.findMany({ where: { ...own(scope), list }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: MAX_VIEWS, select: { id: true, name: true, query: true } })
}

/**
 * One statement. Two that race may both see the last place free: then there is one view more, which hurts nobody.
 * @returns the new view; `full` when the list has as many as it may, `nameTaken` when it has one of this name
 */
export async function insertView(scope: MerchantScope, { list, name, query }: SaveView, at: Date): Promise<SavedView | 'full' | 'nameTaken'> {
  const id = newRowId(at.getTime())
  try {
    const written = await sql.execute`
      INSERT INTO saved_views (id, merchant_id, mode, list, name, query, created_at)
      SELECT ${id}::uuid, ${scope.merchantId}::uuid, ${scope.mode}::mode, ${list}, ${name}, ${query}, ${at}
      WHERE (SELECT count(*) FROM saved_views WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND list = ${list}) < ${MAX_VIEWS}`
    return written > 0 ? { id, name, query } : 'full'
  } catch (error) {
    if (violatedUnique(error) === 'saved_views_name') return 'nameTaken'
    throw error
  }
}

export async function renameView(scope: MerchantScope, id: string, name: string): Promise<'renamed' | 'nameTaken' | 'notFound'> {
  try {
    const written = await sql.execute`
      UPDATE saved_views SET name = ${name} WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode`
    return written > 0 ? 'renamed' : 'notFound'
  } catch (error) {
    if (violatedUnique(error) === 'saved_views_name') return 'nameTaken'
    throw error
  }
}

/** @returns whether it was there */
export async function deleteView(scope: MerchantScope, id: string): Promise<boolean> {
  const { count } = await prisma.savedView.deleteMany({ where: { id, ...own(scope) } })
  return count > 0
}
