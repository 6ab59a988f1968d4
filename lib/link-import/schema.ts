import { z } from 'zod'
import { line } from '@/lib/platform/text'

/** A thousand characters for each of 5,000 rows. */
export const MAX_FILE_BYTES = 5_000_000

export const importIdSchema = z.strictObject({ id: z.uuid() })

/** The address that a file is sent to: `?name=…&submission=…&again=1&partly=1&emails=1`. */
export const importQuerySchema = z.strictObject({
  /** How the seller calls the file; only shown. */
  name: line({ max: 100 }).catch(''),
  submission: z.uuid(),
  again: z.literal('1').optional(),
  partly: z.literal('1').optional(),
  emails: z.literal('1').optional(),
})
