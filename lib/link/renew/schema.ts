import { z } from 'zod'
import { MAX_USAGE_LIMIT } from '../fields'
import { MAX_MINUTES } from './rules'

const count = (most: number) => z.union([z.null(), z.int({ error: 'usageLimit' }).min(1, 'usageLimit').max(most, 'usageLimit')], { error: 'usageLimit' })

/** Which link was opened again, at the version that it has since then. */
export const renewalSchema = z.strictObject({
  id: z.uuid({ error: 'unknownField' }),
  version: z.int({ error: 'unknownField' }),
})

/** Other values for it; null where it lacked nothing of the kind. */
export const renewalChangeSchema = renewalSchema.extend({ places: count(MAX_USAGE_LIMIT), minutes: count(MAX_MINUTES) })
