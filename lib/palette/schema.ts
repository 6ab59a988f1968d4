import { z } from 'zod'
import { searchSchema } from '@/lib/platform/text'
import { SHORTEST_SEARCH } from './rules'

export const findAnythingSchema = z.strictObject({ q: searchSchema.refine((text) => text.length >= SHORTEST_SEARCH) })
