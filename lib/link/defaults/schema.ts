import { z } from 'zod'
import { CONTENT_SHAPE, type LinkContent } from '../start/content'

const { usageLimit, title, description, expiry, paymentMethods, accountsOff, questions } = CONTENT_SHAPE

/** What a shop may decide for all of its new links. */
export const linkDefaultsSchema = z.strictObject({ usageLimit, title, description, expiry, paymentMethods, accountsOff, questions })

export const DEFAULT_FIELDS = ['usageLimit', 'title', 'description', 'expiry', 'paymentMethods', 'accountsOff', 'questions'] as const satisfies readonly (keyof z.input<typeof linkDefaultsSchema>)[]
export type DefaultField = (typeof DEFAULT_FIELDS)[number]
export type LinkDefaultsContent = Pick<LinkContent, DefaultField>
