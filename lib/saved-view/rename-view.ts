import 'server-only'
import { invalid, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { renameView as rename } from './store'

export async function renameView(scope: MerchantScope, { id, name }: { id: string; name: string }): Promise<Result<null>> {
  const outcome = await rename(scope, id, name)
  if (outcome === 'nameTaken') return invalid({ name: 'viewNameTaken' })
  return outcome === 'renamed' ? success(null) : notFound()
}
