import 'server-only'
import { confirmClaimedPayment, rejectClaimedPayment, type ClaimDecision } from '@/lib/confirmation/confirm-payment'
import { DEFAULT_CURRENCY } from '@/lib/money/money'
import { failure, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import type { ConfirmClaim, RejectClaim } from './schema'

/**
 * The seller has seen the money in the account.
 * @returns conflict where the customer sent another proof meanwhile, or somebody else decided first
 */
export async function confirmClaim(scope: MerchantScope, { id, version, received, currency = DEFAULT_CURRENCY }: ConfirmClaim, at: Date): Promise<Result<null>> {
  return answerOf(await confirmClaimedPayment(scope, { id, version }, { received, currency, at }))
}

/** The seller found no money; the customer is told why. Errors as for {@link confirmClaim}. */
export async function rejectClaim(scope: MerchantScope, { id, version, reason }: RejectClaim, at: Date): Promise<Result<null>> {
  return answerOf(await rejectClaimedPayment(scope, { id, version }, { reason, at }))
}

function answerOf({ kind }: ClaimDecision): Result<null> {
  switch (kind) {
    case 'applied':
      return success(null)
    case 'notFound':
      return notFound()
    case 'claimChanged':
      return failure({ kind: 'conflict', message: 'claimChanged' })
    default:
      return failure({ kind: 'conflict', message: 'claimDecided' })
  }
}
