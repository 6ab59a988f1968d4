import type { JsonSchema } from '../example'
import { operationsOf, resolved, type Answer, type OpenApiDocument, type Parameter } from '../model'

/** Every field of a request, an answer or a webhook that nobody wrote a description for, by operation. */
export function undescribed(document: OpenApiDocument): string[] {
  const found: string[] = []
  const operations = [...operationsOf(document).map(({ operation }) => operation), ...Object.values(document.webhooks).map(({ post }) => post)]
  for (const { operationId, parameters = [], requestBody, responses } of operations) {
    for (const parameter of parameters.map((given) => resolved<Parameter>(document, given))) if (!hasText(parameter) && !hasText(parameter.schema ?? {})) found.push(`${operationId} parameter ${parameter.name}`)
    const parts: [string, Pick<Answer, 'content'> | undefined][] = [['request', requestBody], ...Object.entries(responses).map(([status, response]): [string, Answer] => [status, resolved(document, response)])]
    for (const [name, part] of parts) {
      const schema = part?.content?.['application/json']?.schema
      if (schema) visit(document, schema, '', (field) => found.push(`${operationId} ${name} ${field}`), new Set())
    }
  }
  return [...new Set(found)]
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
