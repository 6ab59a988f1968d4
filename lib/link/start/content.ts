import { createLinkSchema, type CreateLinkInput } from '../schema'

/** What the create form says of a link, without the IDs that are a link's own. As typed, as far as it was filled in. */
export type LinkContent = Partial<WholeContent>
export type WholeContent = Omit<CreateLinkInput, 'submissionId' | 'orderId' | 'slug'>
export type ContentField = keyof WholeContent

const { submissionId: _submission, orderId: _orderId, slug: _slug, ...shape } = createLinkSchema.shape

/** The create form's own rules, field by field. */
export const CONTENT_SHAPE = shape
export const CONTENT_FIELDS = Object.keys(shape) as ContentField[]
