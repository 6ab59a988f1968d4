import 'server-only'
import { countTry } from '@/lib/auth/rate-limit'
import { failure, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { deliverNow } from './deliver-webhook'
import { findDelivery } from './delivery/store'
import type { DeliveryDetails } from './views'

/** One more attempt by hand, now, with the same body under the same `webhook-id`. */
export async function resendDelivery(scope: MerchantScope, id: string): Promise<Result<DeliveryDetails>> {
  if (!(await findDelivery(scope, id))) return notFound()
  const wait = await countTry('webhookByHand', scope.merchantId)
  if (wait) return failure({ kind: 'rateLimited', retryAfterSeconds: wait })
  const delivery = (await deliverNow(id)) ? await findDelivery(scope, id) : null
  return delivery ? success(delivery) : notFound()
}
