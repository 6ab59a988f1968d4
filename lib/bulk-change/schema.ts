import { z } from 'zod'
import { LINK_STATUSES } from '@/lib/link/filter'
import { searchSchema } from '@/lib/platform/text'
import { CHANGES, MAX_SELECTED } from './rules'

/** Links that were selected one by one, or all that a search and a status show. */
export const targetSchema = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(MAX_SELECTED) }),
  z.strictObject({ q: searchSchema.optional(), status: z.enum(LINK_STATUSES).optional() }),
])
export type LinkTarget = z.output<typeof targetSchema>

export const changeLinksSchema = z.strictObject({
  /** Made when the question is asked: the answer, sent twice, is one change. */
  submissionId: z.uuid(),
  change: z.enum(CHANGES),
  target: targetSchema,
  cancelsOrders: z.boolean(),
})
export type ChangeLinksValues = z.output<typeof changeLinksSchema>

export const changeIdSchema = z.strictObject({ id: z.uuid() })
export const undoSchema = z.strictObject({ id: z.uuid(), submissionId: z.uuid() })
