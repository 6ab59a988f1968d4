import type { JsonSchema } from '../openapi/example'
import { resolved, type OpenApiDocument } from '../openapi/model'

export type FieldView = {
  name: string
  type: string
  isRequired: boolean
  /** Lengths, ranges, patterns, choices. */
  limits: string[]
  description: string
  fields: FieldView[]
}

const MAX_DEPTH = 6

/** The fields of an object, with those inside them. */
export function fieldsOf(document: OpenApiDocument, schema: JsonSchema, depth = 0): FieldView[] {
  const whole = flat(document, schema)
  if (depth > MAX_DEPTH) return []
  const required = new Set(whole.required ?? [])
  return Object.entries(whole.properties ?? {}).map(([name, field]) => fieldOf(document, name, field, { isRequired: required.has(name), depth }))
}

export function fieldOf(document: OpenApiDocument, name: string, schema: JsonSchema, { isRequired, depth = 0, description }: { isRequired: boolean; depth?: number; description?: string | undefined }): FieldView {
  const whole = flat(document, schema)
  const entries = whole.items && flat(document, whole.items)
  return {
    name,
    type: typeName(document, schema),
    isRequired,
    limits: [...limitsOf(whole), ...(entries && !entries.properties ? limitsOf(entries) : [])],
    description: description ?? schema.description ?? whole.description ?? '',
    fields: fieldsOf(document, entries ?? whole, depth + 1),
  }
}

/** References, and the one choice that is not null, resolved. */
function flat(document: OpenApiDocument, schema: JsonSchema): JsonSchema {
  const whole = resolved<JsonSchema>(document, schema)
  const choices = (whole.anyOf ?? whole.oneOf ?? []).filter(({ type }) => type !== 'null')
  const [only] = choices
  if (only && choices.length === 1) return { ...flat(document, only), ...(whole.description !== undefined && { description: whole.description }) }
  if (whole.allOf) return Object.assign({}, whole, ...whole.allOf.map((part) => flat(document, part)))
  return whole
}

function typeName(document: OpenApiDocument, schema: JsonSchema): string {
  const whole = resolved<JsonSchema>(document, schema)
  const choices = whole.anyOf ?? whole.oneOf
  if (choices) return [...new Set(choices.map((choice) => typeName(document, choice)))].join(' or ')
  if (whole.type === 'array') return `list of ${whole.items ? typeName(document, whole.items) : 'anything'}`
  const types = Array.isArray(whole.type) ? whole.type : [whole.type ?? (whole.enum || typeof whole.const === 'string' ? 'string' : whole.properties ? 'object' : 'anything')]
  return types.map((type) => NAMES[type] ?? type).join(' or ')
}

const NAMES: Record<string, string> = { string: 'text', integer: 'whole number', number: 'number', boolean: 'true or false', object: 'object', null: 'null' }

function limitsOf(schema: JsonSchema): string[] {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems, pattern, format, default: preset } = schema as Record<string, number | string | undefined>
  const limits = [
    range(minLength, maxLength, 'characters'),
    range(minimum === Number.MIN_SAFE_INTEGER ? undefined : minimum, maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum, ''),
    range(minItems, maxItems, 'entries'),
    schema.enum ? `one of ${schema.enum.map((value) => JSON.stringify(value)).join(', ')}` : null,
    schema.const !== undefined ? `always ${JSON.stringify(schema.const)}` : null,
    pattern !== undefined && !schema.enum && String(pattern).length < 80 ? `matches ${pattern}` : null,
    format && pattern === undefined ? String(format) : null,
    preset !== undefined ? `default ${JSON.stringify(preset)}` : null,
  ]
  return limits.filter((limit): limit is string => limit !== null)
}

function range(from: unknown, to: unknown, unit: string): string | null {
  const number = (value: unknown) => (typeof value === 'number' ? value.toLocaleString('en') : null)
  const [low, high] = [number(from), number(to)]
  const text = low !== null && high !== null ? `${low} to ${high}` : high !== null ? `at most ${high}` : low !== null && low !== '0' ? `at least ${low}` : null
  return text === null ? null : `${text} ${unit}`.trim()
}
