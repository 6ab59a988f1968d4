import type { LinkContent } from '../start/content'

/** What a shop may decide for all of its new links. */
export const DEFAULT_FIELDS = ['usageLimit', 'title', 'description', 'expiry', 'paymentMethods', 'accountsOff', 'questions'] as const satisfies readonly (keyof LinkContent)[]
export type DefaultField = (typeof DEFAULT_FIELDS)[number]
export type LinkDefaultsContent = Pick<LinkContent, DefaultField>
