/** A JSON Schema as the document holds it; only what is needed to invent an example. */
export type JsonSchema = {
  $ref?: string
  type?: string | string[]
  examples?: unknown[]
  example?: unknown
  default?: unknown
  const?: unknown
  enum?: unknown[]
  format?: string
  minimum?: number
  minItems?: number
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  additionalProperties?: boolean | JsonSchema
  description?: string
  [keyword: string]: unknown
}

export type Resolve = (ref: string) => JsonSchema

/** An example of what a schema describes, put together from the examples of its fields. */
export function exampleOf(schema: JsonSchema, resolve: Resolve): unknown {
  if (schema.$ref !== undefined) return exampleOf(resolve(schema.$ref), resolve)
  if (schema.examples?.length) return schema.examples[0]
  for (const known of [schema.example, schema.default, schema.const, schema.enum?.[0]]) if (known !== undefined) return known
  const [choice] = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== 'null')
  if (choice) return exampleOf(choice, resolve)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, resolve)))
  const type = Array.isArray(schema.type) ? schema.type.find((name) => name !== 'null') : schema.type
  switch (type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, exampleOf(field, resolve)]))
    case 'array':
      return schema.items ? [exampleOf(schema.items, resolve)] : []
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1)
    case 'boolean':
      return true
    case 'string':
      return TEXTS[schema.format ?? ''] ?? 'text'
    default:
      return null
  }
}

const TEXTS: Record<string, string> = {
  uuid: '01933b2e-7c00-7000-8000-000000000001', 'date-time': '2026-11-20T05:00:00.000Z', uri: 'https://shop.example.com/thanks', email: 'sari@example.com',
}
