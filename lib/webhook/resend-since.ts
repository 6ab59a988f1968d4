import 'server-only'
import { Temporal } from 'temporal-polyfill'
import { countTry } from '@/lib/auth/rate-limit'
import { failure, invalid, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { enqueueSince } from './delivery/store'
import { findEndpoint } from './endpoint/store'
import type { ResendSinceInput } from './schema'

/** Puts deliveries since a moment in line for one more attempt each. Those still on their way are left to their schedule. */
export async function resendSince(
  scope: MerchantScope,
  { endpointId, since, onlyFailed }: ResendSinceInput,
  { timeZone }: { timeZone: string },
): Promise<Result<{ count: number }>> {
  if (!(await findEndpoint(scope, endpointId))) return notFound()
  const from = instantOf(since, timeZone)
  if (!from) return invalid({ since: 'dateTime' })
  const wait = await countTry('webhookByHand', scope.merchantId)
  if (wait) return failure({ kind: 'rateLimited', retryAfterSeconds: wait })
  return success({ count: await enqueueSince(scope, { endpointId, since: from, onlyFailed }) })
}

/** Null when the text is no time on any calendar (31 February). */
function instantOf(text: string, timeZone: string): Date | null {
  try {
    const instant = /(Z|[+-]\d{2}:\d{2})$/.test(text)
      ? Temporal.Instant.from(text)
      : Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(timeZone).toInstant()
    return new Date(instant.epochMilliseconds)
  } catch {
    return null
  }
}
