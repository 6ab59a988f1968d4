import { z } from 'zod'
import { line } from '@/lib/platform/text'
import { LISTS, viewQuery } from './view-query'

/** More would be a list to search through. */
export const MAX_VIEWS = 20

const list = z.enum(LISTS, { error: 'unknownField' })
const name = line({ max: 40, required: true })

export const viewNameSchema = z.strictObject({ name })
export const listViewsSchema = z.strictObject({ list })
export const viewIdSchema = z.strictObject({ id: z.uuid() })
export const renameViewSchema = z.strictObject({ id: z.uuid(), name })

export const saveViewSchema = z
  .strictObject({ list, name, query: z.string().max(1_000, 'unknownField') })
  .transform((view) => ({ ...view, query: viewQuery(view.list, view.query) }))
  .refine(({ query }) => query !== '' && query.length <= 1_000, { path: ['name'], error: 'viewEmpty' })

export type SaveView = z.output<typeof saveViewSchema>
