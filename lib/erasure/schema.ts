import { z } from 'zod'

/** As typed into a field: 30 to 3,650 days. */
export const erasureSchema = z.strictObject({
  days: z.string({ error: 'eraseAfterDays' }).trim().regex(/^\d{1,4}$/, 'eraseAfterDays').transform(Number).refine((days) => days >= 30 && days <= 3_650, 'eraseAfterDays'),
})
export type ErasureInput = z.input<typeof erasureSchema>
