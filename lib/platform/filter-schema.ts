import { z } from 'zod'
import type { FilterField, FilterFields } from './filter'

type Shape<Fields extends FilterFields> = { [Name in keyof Fields]: z.ZodOptional<z.ZodPipe<z.ZodUnknown, z.ZodTransform<ReturnType<Fields[Name]> | undefined>>> }

/** The schema of a list's filter, for the actions that are sent one: each field is read as an address is. */
export function filterSchema<Fields extends FilterFields>(fields: Fields): z.ZodObject<Shape<Fields>> {
  const entries = Object.entries(fields).map(([name, read]: [string, FilterField]) => [name, z.unknown().transform(read).optional()])
  return z.object(Object.fromEntries(entries) as Shape<Fields>)
}
