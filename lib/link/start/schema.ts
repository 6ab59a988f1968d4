import { linkFields } from '../schema'
import { OWN_FIELDS, type ContentField, type OwnField } from './content'

type Shape = Omit<typeof linkFields.shape, OwnField>

/** The create form's own rules, field by field. */
export const CONTENT_SHAPE = Object.fromEntries(Object.entries(linkFields.shape).filter(([field]) => !OWN_FIELDS.some((own) => own === field))) as Shape
export const CONTENT_FIELDS = Object.keys(CONTENT_SHAPE) as ContentField[]
