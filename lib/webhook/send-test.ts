import 'server-only'
import { countTry } from '@/lib/auth/rate-limit'
import { inTransaction } from '@/lib/database/sql'
import { newRowId } from '@/lib/platform/ids'
import { failure, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { requireServerKey } from '@/lib/server-key/server-key'
import { deliverNow } from './deliver-webhook'
import { findDelivery, insertTestDelivery } from './delivery/store'
import { findEndpoint } from './endpoint/store'
import { testBody } from './payload'
import type { DeliveryDetails } from './views'

/** Posts a notification about an order that does not exist, once, and tells how it went. */
export async function sendTest(scope: MerchantScope, endpointId: string, at: Date): Promise<Result<DeliveryDetails>> {
  const endpoint = await findEndpoint(scope, endpointId)
  if (!endpoint) return notFound()
  const wait = await countTry('webhookByHand', scope.merchantId)
  if (wait) return failure({ kind: 'rateLimited', retryAfterSeconds: wait })
  const { merchantId, mode } = scope
  const id = newRowId(at.getTime())
  const serverKey = await inTransaction((sql) => requireServerKey(sql, { merchantId, mode, at }))
  const payload = JSON.stringify(testBody({ merchantId, id, serverKey, at }))
  await insertTestDelivery(scope, { id, endpointId, url: endpoint.url, payload, at })
  await deliverNow(id)
  const delivery = await findDelivery(scope, id)
  return delivery ? success(delivery) : notFound()
}
