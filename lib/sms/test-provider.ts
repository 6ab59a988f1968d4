import 'server-only'
import { countTry } from '@/lib/auth/rate-limit'
import { newRowId } from '@/lib/platform/ids'
import { failure, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { httpProvider } from './http-provider'
import { smsNumber } from './rules'
import { findConfig } from './sealed-provider'
import type { SmsTestResult } from './views'

/**
 * Sends one text to a number of the seller's own, and tells what the provider said.
 * @param to as typed; the schema has judged it
 * @returns conflict where no provider is set up
 */
export async function testProvider(scope: MerchantScope, { to, text }: { to: string; text: string }, at: Date): Promise<Result<SmsTestResult>> {
  const config = await findConfig(scope)
  if (!config) return failure({ kind: 'conflict', message: 'noSmsProvider' })
  const wait = await countTry('smsByHand', scope.merchantId)
  if (wait) return failure({ kind: 'rateLimited', retryAfterSeconds: wait })
  const handover = await httpProvider(config).send({ id: newRowId(at.getTime()), to: smsNumber(to) ?? to, text })
  if (handover.kind === 'kept') throw new Error('a provider that was set up kept a message')
  return success({ kind: handover.kind, reason: handover.kind === 'accepted' ? null : handover.reason, answer: handover.answer })
}
