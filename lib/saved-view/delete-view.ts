import 'server-only'
import { notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { deleteView as remove } from './store'

/** Forgets a name; the rows that it showed stay as they are. */
export async function deleteView(scope: MerchantScope, id: string): Promise<Result<null>> {
  return (await remove(scope, id)) ? success(null) : notFound()
}
