import type { z } from 'zod'
import type { FieldErrors } from './result'

/** The first message of each field, by path. An unknown key is named by the object that holds it. */
export function fieldErrorsOf(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {}
  for (const issue of error.issues) {
    fields[issue.path.join('.')] ??= issue.code === 'unrecognized_keys' ? 'unknownField' : issue.message
  }
  return fields
}
