'use server'

import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import type { Result } from '@/lib/platform/result'
import { editLink } from './edit-link'
import { editLinkSchema } from './schema'

export async function editLinkAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, editLinkSchema, ({ scope, shop }, values) => editLink(scope, values, { timeZone: shop.timeZone, at: now() }))
}
