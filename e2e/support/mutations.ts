import type { JsonSchema } from '../../lib/api/openapi/example'
import { resolved, type OpenApiDocument } from '../../lib/api/openapi/model'
import { nested } from './hostile'

/** What strangers and broken programs send instead of a field, made of what the document says of it. */

/** `wire` is the body as it is sent; `field` what a refusal must name, null when any sentence will do. */
export type Mutation = { name: string; field: string | null; wire: string }

const HOLE = '"@hole@"'
const TEXTS: Record<string, string> = { empty: '', 'ten thousand characters': 'x'.repeat(10_000), NUL: 'a\u0000b', 'lone surrogate': 'a\uD800b', emoji: '🌸👩‍👩‍👧‍👦', 'right to left': 'a\u202Eb', newline: 'a\nb', blank: '   ' }
const VALUES: Record<string, unknown> = { null: null, text: 'mutation', number: 42, zero: 0, 'below zero': -1, fraction: 1.5, 'beyond integers': 2 ** 53, true: true, list: [], 'list of text': ['a'], object: {}, 'a thousand entries': Array.from({ length: 1_000 }, () => 0) }
/** What JSON.stringify would not write. */
const WIRE: Record<string, string> = { overflow: '1e309', 'a thousand levels': JSON.stringify(nested(1_000)), '__proto__': '{"__proto__":{"polluted":1}}' }

export type FieldAt = { path: (string | number)[]; schema: JsonSchema }

/** Every field that the schema knows, with its place in a body; of lists the first entry. */
export function fieldsIn(document: OpenApiDocument, schema: JsonSchema, path: (string | number)[] = [], depth = 0): FieldAt[] {
  const whole = bare(document, schema)
  if (depth > 6) return []
  const own = Object.entries(whole.properties ?? {}).flatMap(([name, field]) => [{ path: [...path, name], schema: bare(document, field) }, ...fieldsIn(document, field, [...path, name], depth + 1)])
  const entry = whole.items ? bare(document, whole.items) : null
  return entry ? [...own, { path: [...path, 0], schema: entry }, ...fieldsIn(document, entry, [...path, 0], depth + 1)] : own
}

function bare(document: OpenApiDocument, schema: JsonSchema): JsonSchema {
  const whole = resolved<JsonSchema>(document, schema)
  const [only, ...others] = (whole.anyOf ?? whole.oneOf ?? []).filter(({ type }) => type !== 'null')
  return only && others.length === 0 ? bare(document, only) : whole
}

/** Every way in which one field of a valid body is made strange. */
export function mutationsOf(body: unknown, { path, schema }: FieldAt): Mutation[] {
  const name = path.filter((step) => typeof step === 'string').at(-1) as string
  const label = path.join('.')
  const of = (kind: string, text: string): Mutation => ({ name: `${label}: ${kind}`, field: name, wire: JSON.stringify(withValue(body, path, '@hole@')).replace(HOLE, () => text) })
  const { maxLength, maximum, maxItems } = schema as { maxLength?: number; maximum?: number; maxItems?: number }
  return [
    { name: `${label}: missing`, field: name, wire: JSON.stringify(withValue(body, path, undefined)) },
    ...Object.entries(VALUES).map(([kind, value]) => of(kind, JSON.stringify(value))),
    ...Object.entries(TEXTS).map(([kind, value]) => of(kind, JSON.stringify(value))),
    ...Object.entries(WIRE).map(([kind, text]) => of(kind, text)),
    ...(maxLength ? [of('one character too many', JSON.stringify('x'.repeat(maxLength + 1)))] : []),
    ...(maximum && maximum < Number.MAX_SAFE_INTEGER ? [of('one too much', String(maximum + 1))] : []),
    ...(maxItems && maxItems <= 1_000 ? [of('one entry too many', JSON.stringify(Array.from({ length: maxItems + 1 }, () => 'x')))] : []),
  ]
}

/** What can be wrong with a whole body. */
export function bodyMutations(body: unknown): (Omit<Mutation, 'wire'> & { wire: string | Uint8Array })[] {
  const text = JSON.stringify(body)
  const [first = 'a'] = Object.keys(body as object)
  const all: Record<string, string | Uint8Array> = {
    'no JSON': '{', 'a list': '[]', 'a text': '"x"', 'a number': '1', 'nothing at all': ' ', '1 MB': `{"a":"${'x'.repeat(1_000_000)}"}`, 'bad UTF-8': Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from('"}')]),
    'a byte order mark': `\uFEFF${text}`, 'a raw NUL': `${text}\0`, 'a thousand levels': `{"a":${JSON.stringify(nested(1_000))}}`, 'a thousand lists': '['.repeat(1_000) + ']'.repeat(1_000), __proto__: `{"__proto__":{"x":1},"constructor":{"prototype":{"y":1}}}`,
    'a field twice': `{${JSON.stringify(first)}:null,${text.slice(1)}`, 'ten thousand entries': `{"a":[${Array.from({ length: 10_000 }, () => 1).join(',')}]}`, 'an unknown field': `{"nobody_knows":1,${text.slice(1)}`.replace(',}', '}'), 'a NUL in a name': `{"a\\u0000b":1}`, 'half a character in a name': `{"a\\ud800b":1}`,
  }
  return Object.entries(all).map(([name, wire]) => ({ name, field: null, wire }))
}

/** A copy of the body with this value at the path; what is missing on the way there is made. */
export function withValue(body: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  const copy: Record<string | number, unknown> | unknown[] = typeof step === 'number' ? [...(Array.isArray(body) ? body : [])] : { ...(typeof body === 'object' && body !== null ? body : {}) }
  const holder = copy as Record<string | number, unknown>
  const inner = withValue(holder[step], rest, value)
  if (inner === undefined && rest.length === 0) delete holder[step]
  else holder[step] = inner
  return copy
}

/** Paths and queries that are no IDs, as they go over the wire. */
export const STRANGE_IDS: Record<string, string> = {
  'dots': '..', 'encoded dots': '%2e%2e', NUL: '%00', 'a slash': 'a%2fb', 'three hundred characters': 'x'.repeat(300), emoji: encodeURIComponent('🌸'), 'bad UTF-8': '%ff%fe', 'half a percent': '%', quote: '%27%20OR%201=1--', blank: '%20', backslash: '%5c', __proto__: '__proto__', newline: 'a%0ab', 'a UUID of nobody': '00000000-0000-0000-0000-000000000000',
}
