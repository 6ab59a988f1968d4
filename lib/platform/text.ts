import { z } from 'zod'
import { searchField } from './filter'

/**
 * Text that a person typed: trimmed, counted in characters as people see and PostgreSQL counts
 * them (code points), without what PostgreSQL cannot store (NUL, lone surrogates) or a screen
 * cannot show (control characters). Everything else, emoji and right-to-left text too, is kept
 * as it is.
 */
export function line({ max, required = false }: { max: number; required?: boolean }) {
  return text(max, required, /^[^\p{Cc}\u2028\u2029]*$/u)
}

/** As {@link line}, and may have line breaks and tabs. */
export function paragraph({ max }: { max: number }) {
  return text(max, false, /^[^\p{Cc}]*$/u, (value) => value.replaceAll('\r\n', '\n'), /[\n\t]/g)
}

function text(max: number, required: boolean, allowed: RegExp, normalise = (value: string) => value, exempt = /(?!)/g) {
  const base = z
    .string({ error: 'text' })
    .max(20_000, `max${max}`)
    .transform((value) => normalise(value.trim()))
    .refine((value) => value.isWellFormed() && allowed.test(value.replaceAll(exempt, '')), 'controlCharacters')
    .refine((value) => [...value].length <= max, `max${max}`)
  return required ? base.refine((value) => value.length > 0, 'required') : base
}

/** What is typed into a search field. */
export const searchSchema = z.string().trim().refine((value) => searchField(value) !== undefined)

/** Phone numbers as people write them (0812-3456-7890, +62 812…), kept as typed; at most 20 as in Midtrans' reference. */
export const phoneSchema = z
  .string({ error: 'text' })
  .trim()
  .max(20, 'max20')
  .regex(/^(?:\+?(?:[ ().-]*\d){6,15}[ ().-]*)?$/, 'phone')
