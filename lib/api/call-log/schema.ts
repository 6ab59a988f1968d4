import { z } from 'zod'
import { searchSchema } from '@/lib/platform/text'

/** Of each shop and mode so many calls are kept and shown, the newest. */
export const KEPT_CALLS = 1_000

/** succeeded: below 400; refused: what the shop's server has to change; failed: ours to answer for. */
export const CALL_OUTCOMES = ['succeeded', 'refused', 'failed'] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

export const outcomeOf = (status: number): CallOutcome => (status < 400 ? 'succeeded' : status < 500 ? 'refused' : 'failed')

/** The log's address. Anything unreadable falls back, an address never fails. */
export const callFilterSchema = z.object({
  /** Looked for in the path. */
  q: searchSchema.optional().catch(undefined),
  outcome: z.enum(CALL_OUTCOMES).optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
})
export type CallFilter = z.output<typeof callFilterSchema>

export const callIdSchema = z.strictObject({ id: z.uuid() })
