import { z } from 'zod'
import { CONTENT_SHAPE } from '../start/schema'
import type { DefaultField } from './content'

const { usageLimit, title, description, expiry, paymentMethods, accountsOff, questions } = CONTENT_SHAPE

export const linkDefaultsSchema = z.strictObject({ usageLimit, title, description, expiry, paymentMethods, accountsOff, questions } satisfies Pick<typeof CONTENT_SHAPE, DefaultField>)
