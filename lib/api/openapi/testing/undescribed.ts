import type { oas31 } from 'zod-openapi'
import { schemaAt, type OpenApiDocument } from '../document'
import type { JsonSchema } from '../example'

/** Every field of a request, an answer or a webhook that nobody wrote a description for, by operation. */
export function undescribed(document: OpenApiDocument): string[] {
  const found: string[] = []
  for (const operation of operationsOf(document)) {
    const { operationId = '?', parameters = [], requestBody, responses = {} } = operation
    for (const parameter of parameters.map((given) => resolved<oas31.ParameterObject>(document, given))) if (!hasText(parameter)) found.push(`${operationId} parameter ${parameter.name}`)
    const parts: [string, unknown][] = [['request', requestBody], ...Object.entries(responses).map(([status, response]): [string, unknown] => [status, response])]
    for (const [name, part] of parts) {
      const { content } = resolved<{ content?: Record<string, { schema?: JsonSchema }> }>(document, part ?? {})
      const schema = content?.['application/json']?.schema
      if (schema) visit(document, schema, '', (field) => found.push(`${operationId} ${name} ${field}`), new Set())
    }
  }
  return [...new Set(found)]
}

export function operationsOf(document: OpenApiDocument): oas31.OperationObject[] {
  return [...Object.values(document.paths ?? {}), ...Object.values(document.webhooks ?? {})].flatMap((item) => Object.values(item as Record<string, oas31.OperationObject>))
}

function visit(document: OpenApiDocument, schema: JsonSchema, path: string, report: (field: string) => void, seen: Set<JsonSchema>): void {
  const whole = resolved<JsonSchema>(document, schema)
  if (seen.has(whole)) return
  seen.add(whole)
  for (const [name, field] of Object.entries(whole.properties ?? {})) {
    const at = path === '' ? name : `${path}.${name}`
    if (!hasText(field) && !hasText(resolved<JsonSchema>(document, field))) report(at)
    visit(document, field, at, report, seen)
  }
  for (const inner of [whole.items, ...(whole.anyOf ?? []), ...(whole.oneOf ?? []), ...(whole.allOf ?? [])]) if (inner) visit(document, inner, path, report, seen)
}

const hasText = ({ description }: { description?: string }): boolean => typeof description === 'string' && description.trim() !== ''

const resolved = <T>(document: OpenApiDocument, value: unknown): T => {
  const { $ref } = value as { $ref?: string }
  return ($ref === undefined ? value : schemaAt(document, $ref)) as T
}
