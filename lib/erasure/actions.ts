'use server'

import { sellerAction } from '@/lib/http/action'
import { success, type Result } from '@/lib/platform/result'
import { erasureSchema } from './schema'
import { updateEraseAfterDays } from './store'

/** How long proofs and addresses are kept after their order ended. */
export async function updateErasureAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, erasureSchema, async ({ scope }, { days }) => {
    await updateEraseAfterDays(scope, days)
    return success(null)
  })
}
