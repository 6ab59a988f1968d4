import 'server-only'
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
  if (!mayBeCalled(subscription.endpoint)) return invalid({ endpoint: 'pushEndpoint' })
  await inTransaction((sql) => upsertSubscription(sql, scope, subscription, at))
  return success(null)
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
