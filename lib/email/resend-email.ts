import 'server-only'
import { failure, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { findEmail, requeueEmail } from './store'

/**
 * Sends a message that was kept or failed, under its old Message-ID.
 * @returns conflict without a mail server, and for a message that was sent or is on its way
 */
export async function resendEmail(scope: MerchantScope, id: string, { canSend }: { canSend: boolean }): Promise<Result<null>> {
  if (!(await findEmail(scope, id))) return notFound()
  if (!canSend) return failure({ kind: 'conflict', message: 'noMailServer' })
  const state = await requeueEmail(scope, id)
  return state === 'kept' || state === 'failed' ? success(null) : failure({ kind: 'conflict', message: 'emailNotResendable' })
}
