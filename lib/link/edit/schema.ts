import { z } from 'zod'
import { pricesInCurrency } from '../schema'
import { CONTENT_SHAPE } from '../start/schema'

const fields = z.strictObject({
  ...CONTENT_SHAPE,
  id: z.uuid({ error: 'unknownField' }),
  /** What the form was filled from. */
  version: z.int({ error: 'unknownField' }),
})

/** The edit form, as typed: the create form without the IDs, which never change. Neither does the currency, which prices are read by. */
export const editLinkSchema = z.preprocess((input: z.input<typeof fields>) => pricesInCurrency(input), fields)

export type EditLinkValues = z.output<typeof editLinkSchema>
