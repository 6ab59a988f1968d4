'use server'

import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { invalid, success, type Result } from '@/lib/platform/result'
import { linkDefaultsSchema } from './schema'
import { upsertDefaults } from './store'

/** What the create form opens with from now on. Links that there are, and those of the API, stay as they are. */
export async function updateLinkDefaultsAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, linkDefaultsSchema, async ({ scope }, content) => {
    // A date would be right for one day only.
    if (content.expiry.kind === 'at') return invalid({ expiry: 'unknownField' })
    await upsertDefaults(scope, { ...content, usageLimit: content.usageLimit === null ? null : String(content.usageLimit), expiry: typed(content.expiry) }, now())
    return success(null)
  })
}

function typed(expiry: { kind: 'never' } | { kind: 'after'; amount: number; unit: 'minutes' | 'hours' | 'days' }) {
  return expiry.kind === 'never' ? expiry : { ...expiry, amount: String(expiry.amount) }
}
