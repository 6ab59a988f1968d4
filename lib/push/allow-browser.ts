import 'server-only'
import { ECDH } from 'node:crypto'
import { countTry } from '@/lib/auth/rate-limit'
import { inTransaction } from '@/lib/database/sql'
import { failure, invalid, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { deliver, mayBeCalled } from './deliver'
import { testMessage } from './push-message'
import type { BrowserSubscription } from './schema'
import { deleteSubscription, findOwnSubscription, upsertSubscription } from './store'

/** From now on this browser is called with the shop's news. */
export async function allowBrowser(scope: MerchantScope, subscription: BrowserSubscription, at: Date): Promise<Result<null>> {
  if (!mayBeCalled(subscription.endpoint) || !isPoint(subscription.p256dh)) return invalid({ endpoint: 'pushEndpoint' })
  await inTransaction((sql) => upsertSubscription(sql, scope, subscription, at))
  return success(null)
}

/** Nothing can be encrypted for a key that is no point of its curve. */
function isPoint(p256dh: string): boolean {
  try {
    ECDH.convertKey(p256dh, 'prime256v1', 'base64url')
    return true
  } catch {
    return false
  }
}

/** Calls the seller's own browser at once, and says whether its push service took the message. */
export async function sendTestPush(scope: MerchantScope, endpoint: string): Promise<Result<null>> {
  const wait = await countTry('pushBySeller', scope.userId ?? scope.merchantId)
  if (wait !== undefined) return failure({ kind: 'rateLimited', retryAfterSeconds: wait })
  const target = await findOwnSubscription(scope, endpoint)
  if (!target) return notFound()
  const outcome = await deliver(target, testMessage(target.locale)).catch(() => 'refused' as const)
  if (outcome === 'gone') await deleteSubscription(target.id)
  return outcome === 'delivered' ? success(null) : failure({ kind: 'conflict', message: outcome === 'gone' ? 'pushGone' : 'pushFailed' })
}
