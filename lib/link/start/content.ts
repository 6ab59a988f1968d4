import { linkFields, type CreateLinkInput } from '../schema'

/** What belongs to one link alone: its IDs, what is sent of it, the notes about it. */
export const OWN_FIELDS = ['submissionId', 'orderId', 'slug', 'sending', 'internalNotes'] as const
type OwnField = (typeof OWN_FIELDS)[number]

/** What the create form says of a link, without its {@link OWN_FIELDS}. As typed, as far as it was filled in. */
export type LinkContent = Partial<WholeContent>
export type WholeContent = Omit<CreateLinkInput, OwnField>
export type ContentField = keyof WholeContent

type Shape = Omit<typeof linkFields.shape, OwnField>

/** The create form's own rules, field by field. */
export const CONTENT_SHAPE = Object.fromEntries(Object.entries(linkFields.shape).filter(([field]) => !OWN_FIELDS.some((own) => own === field))) as Shape
export const CONTENT_FIELDS = Object.keys(CONTENT_SHAPE) as ContentField[]
