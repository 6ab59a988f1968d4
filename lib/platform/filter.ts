/**
 * What stands behind the question mark of a list, read without zod: every list's page reads it in the browser, before anything
 * can be pressed. The schemas of the actions are made of the same fields (`filter-schema.ts`).
 */

/** Reads one field of an address; undefined for nothing and for everything it does not understand. */
export type FilterField<Value extends string = string> = (value: unknown) => Value | undefined

export type FilterFields = Record<string, FilterField>
export type FilterOf<Fields extends FilterFields> = { [Name in keyof Fields]?: ReturnType<Fields[Name]> | undefined }

/** Reads a whole address, as a schema's `parse` does; it never fails: what is unreadable or unknown is left out. */
export function addressReader<Fields extends FilterFields>(fields: Fields): { parse: (params: Record<string, unknown>) => FilterOf<Fields> } {
  return {
    parse: (params) => {
      const read = Object.entries(fields).map(([name, field]) => [name, Object.hasOwn(params, name) ? field(params[name]) : undefined] as const)
      return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as FilterOf<Fields>
    },
  }
}

const MAX_SEARCH = 100
const MAX_CURSOR = 200

/** What is typed into a search field. PostgreSQL has no NUL. */
export const searchField: FilterField = (value) => {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return text.length <= MAX_SEARCH && !text.includes('\0') ? text : undefined
}

/** A place in a list; what it means is seen when it is used. */
export const cursorField: FilterField = (value) => (typeof value === 'string' && value.length <= MAX_CURSOR ? value : undefined)

export const choiceField =
  <Value extends string>(values: readonly Value[]): FilterField<Value> =>
  (value) =>
    values.find((one) => one === value)

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

export const idField: FilterField = (value) => (typeof value === 'string' && UUID.test(value) ? value : undefined)
