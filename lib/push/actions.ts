'use server'

import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { success, type Result } from '@/lib/platform/result'
import { allowBrowser, sendTestPush } from './allow-browser'
import { findOwnSubscription } from './queries'
import { pushEndpointSchema, pushSubscriptionSchema } from './schema'
import { deleteOwnSubscription } from './store'

export async function allowPushAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, pushSubscriptionSchema, ({ scope }, subscription) => allowBrowser(scope, subscription, now()))
}

/** Read-only: whether this browser, which says that it allows push, is called for this shop. */
export async function isPushAllowedAction(input: unknown): Promise<Result<boolean>> {
  return await sellerAction(input, pushEndpointSchema, async ({ scope }, { endpoint }) => success((await findOwnSubscription(scope, endpoint)) !== null))
}

export async function stopPushAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, pushEndpointSchema, async ({ scope }, { endpoint }) => {
    await deleteOwnSubscription(scope, endpoint)
    return success(null)
  })
}

export async function testPushAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, pushEndpointSchema, ({ scope }, { endpoint }) => sendTestPush(scope, endpoint))
}
