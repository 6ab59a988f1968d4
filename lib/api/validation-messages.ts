import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/**
 * What is wrong with a request, each message naming its field. A message that a schema wrote itself
 * is a whole sentence, in which `{field}` stands for the field's name.
 */
export function validationMessages(error: z.ZodError, limit = 20): string[] {
  const messages = error.issues.flatMap((issue) => messagesOf(issue, []))
  return [...new Set(messages)].slice(0, limit)
}

function messagesOf(issue: Issue, parents: PropertyKey[]): string[] {
  const path = [...parents, ...issue.path]
  const field = nameOf(path)
  if (issue.message.includes('{field}')) return [issue.message.replaceAll('{field}', () => field)]
  switch (issue.code) {
    case 'invalid_type':
      return [issue.input === undefined && isMissing(issue) ? `${field} is required` : `${field} must be ${KINDS[issue.expected] ?? `a ${issue.expected}`}`]
    case 'too_big':
      return [issue.origin === 'string' ? `${field} must be at most ${issue.maximum} characters` : issue.origin === 'array' ? `${field} must have at most ${issue.maximum} entries` : `${field} must be at most ${issue.maximum}`]
    case 'too_small':
      return [issue.origin === 'string' ? (issue.minimum === 1 ? `${field} is required` : `${field} must be at least ${issue.minimum} characters`) : issue.origin === 'array' ? `${field} must have at least ${issue.minimum} entries` : `${field} must be at least ${issue.minimum}`]
    case 'invalid_value':
      return [`${field} must be one of ${issue.values.map(String).join(', ')}`]
    case 'invalid_union': {
      const [first] = issue.errors
      return first?.length ? first.flatMap((inner) => messagesOf(inner, path)) : [`${field} is invalid`]
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => `${nameOf([...path, key])} is not a known field`)
    case 'custom':
      return [issue.message]
    default:
      return [`${field} is invalid`]
  }
}

const isMissing = (issue: Issue): boolean => /received undefined|required/i.test(issue.message) || issue.message === 'Invalid input'

const KINDS: Record<string, string> = {
  string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', object: 'an object', record: 'an object', array: 'a list',
}

const nameOf = (path: readonly PropertyKey[]): string => (path.length === 0 ? 'The request body' : path.map(String).join('.'))
