import type { CreateLinkInput } from '../schema'

/** What belongs to one link alone: its IDs, what is sent of it, the notes about it. */
export const OWN_FIELDS = ['submissionId', 'orderId', 'slug', 'sending', 'internalNotes'] as const
export type OwnField = (typeof OWN_FIELDS)[number]

/** What the create form says of a link, without its {@link OWN_FIELDS}. As typed, as far as it was filled in. */
export type LinkContent = Partial<WholeContent>
export type WholeContent = Omit<CreateLinkInput, OwnField>
export type ContentField = keyof WholeContent
