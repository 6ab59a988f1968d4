import { z } from 'zod'
import { MAX_USAGE_LIMIT } from '../schema'
import { MAX_MINUTES } from './rules'

const count = (most: number) => z.union([z.null(), z.int({ error: 'usageLimit' }).min(1, 'usageLimit').max(most, 'usageLimit')], { error: 'usageLimit' })

/** What the seller confirmed; null where the link lacks nothing of the kind. */
export const renewalSchema = z.strictObject({
  id: z.uuid({ error: 'unknownField' }),
  places: count(MAX_USAGE_LIMIT),
  minutes: count(MAX_MINUTES),
})
