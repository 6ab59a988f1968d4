import { z } from 'zod'
import { LOCALES } from './locales'

export const setLocaleSchema = z.strictObject({ locale: z.enum(LOCALES) })
