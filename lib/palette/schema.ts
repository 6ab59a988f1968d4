import { z } from 'zod'
import { searchSchema } from '@/lib/platform/text'

/** One letter finds everything, and so nothing. */
export const SHORTEST_SEARCH = 2

export const findAnythingSchema = z.strictObject({ q: searchSchema.refine((text) => text.length >= SHORTEST_SEARCH) })
