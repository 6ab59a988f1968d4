import { createLinkSchema, type CreateLinkInput } from '../schema'

/** What the create form says of a link, without the IDs that are a link's own. As typed, as far as it was filled in. */
export type LinkContent = Partial<WholeContent>
export type WholeContent = Omit<CreateLinkInput, 'submissionId' | 'orderId' | 'slug'>
export type ContentField = keyof WholeContent

const OWN = ['submissionId', 'orderId', 'slug'] as const
type Shape = Omit<typeof createLinkSchema.shape, (typeof OWN)[number]>

/** The create form's own rules, field by field. */
export const CONTENT_SHAPE = Object.fromEntries(Object.entries(createLinkSchema.shape).filter(([field]) => !OWN.some((own) => own === field))) as Shape
export const CONTENT_FIELDS = Object.keys(CONTENT_SHAPE) as ContentField[]
