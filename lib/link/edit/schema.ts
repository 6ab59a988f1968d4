import { z } from 'zod'
import { CONTENT_SHAPE } from '../start/content'

/** The edit form, as typed: the create form without the IDs, which never change. */
export const editLinkSchema = z.strictObject({
  ...CONTENT_SHAPE,
  id: z.uuid({ error: 'unknownField' }),
  /** What the form was filled from. */
  version: z.int({ error: 'unknownField' }),
})

export type EditLinkValues = z.output<typeof editLinkSchema>
