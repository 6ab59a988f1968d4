import { z } from 'zod'
import { linkFilterSchema } from '@/lib/link/schema'
import { orderFilterSchema } from '@/lib/order/schema'
import { line } from '@/lib/platform/text'

/** More would be a list to search through. */
export const MAX_VIEWS = 20

export const LISTS = ['links', 'orders'] as const
export type ListName = (typeof LISTS)[number]

const FILTERS = { links: linkFilterSchema, orders: orderFilterSchema } as const satisfies Record<ListName, z.ZodType<Record<string, string | undefined>>>

/**
 * A list's address as it is kept: what the list understands, in one order, without the place in the list.
 * @param query what stands behind the question mark
 * @returns an empty text for a list that nothing narrows
 */
export function viewQuery(list: ListName, query: string): string {
  const filter = FILTERS[list].parse(Object.fromEntries(new URLSearchParams(query)))
  const entries = Object.entries(filter).filter((entry): entry is [string, string] => entry[0] !== 'cursor' && typeof entry[1] === 'string' && entry[1] !== '')
  return new URLSearchParams(entries.toSorted(([one], [other]) => one.localeCompare(other))).toString()
}

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
