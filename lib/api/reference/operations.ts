import type { KeyScope } from '@/lib/server-key/schema'
import type { Method } from '../endpoint'
import { exampleOf, type JsonSchema } from '../openapi/example'
import { lookUp, operationsOf, resolved, type Located, type OpenApiDocument, type Parameter } from '../openapi/model'
import { fieldOf, fieldsOf, type FieldView } from './fields'
import { samplesOf, type Language, type SampleRequest } from './samples'

export type ResponseView = {
  status: string
  description: string
  /** As JSON; null for refusals, whose form is the same everywhere, and for what is not JSON. */
  example: string | null
  fields: FieldView[]
  /** The operation that answers with the same fields, where they are listed; `fields` is empty then. */
  sameAs: { id: string; summary: string } | null
}

export type OperationView = {
  id: string
  tag: string
  method: Method
  path: string
  summary: string
  description: string
  scope: KeyScope | null
  parameters: { place: 'path' | 'query' | 'header'; fields: FieldView[] }[]
  body: { isRequired: boolean; fields: FieldView[]; examples: { name: string; json: string }[] } | null
  responses: ResponseView[]
  samples: Record<Language, string>
}

/** What the reference page shows, in the document's order. */
export function operationViews(document: OpenApiDocument): OperationView[] {
  return withoutRepetition(operationsOf(document).map((located) => operationView(document, located)))
}

/** What one operation lists, the others refer to. */
function withoutRepetition(operations: OperationView[]): OperationView[] {
  const listed = new Map<string, { id: string; summary: string }>()
  return operations.map(({ responses, ...operation }) => ({
    ...operation,
    responses: responses.map((response) => {
      const form = JSON.stringify(response.fields)
      const first = listed.get(form)
      if (response.fields.length === 0 || !first) {
        listed.set(form, { id: operation.id, summary: operation.summary })
        return response
      }
      return { ...response, fields: [], sameAs: first }
    }),
  }))
}

function operationView(document: OpenApiDocument, located: Located): OperationView {
  const { method, path, operation } = located
  const parameters = parametersOf(document, located)
  const json = operation.requestBody?.content['application/json']
  return {
    id: operation.operationId,
    tag: operation.tags[0] ?? '',
    method,
    path,
    summary: operation.summary,
    description: operation.description,
    scope: operation['x-scope'] ?? null,
    parameters: (['path', 'query', 'header'] as const).flatMap((place) => {
      const fields = parameters.filter((parameter) => parameter.in === place).map(({ name, schema = {}, required, description }) => fieldOf(document, name, schema, { isRequired: required === true, description }))
      return fields.length > 0 ? [{ place, fields }] : []
    }),
    body: json?.schema
      ? {
          isRequired: operation.requestBody?.required === true,
          fields: fieldsOf(document, json.schema),
          examples: Object.values(json.examples ?? {}).map(({ summary = '', value }) => ({ name: summary, json: JSON.stringify(value, null, 2) })),
        }
      : null,
    responses: Object.entries(operation.responses).map(([status, response]) => {
      const { description, content } = resolved(document, response)
      const media = content?.['application/json']
      const isShown = media?.schema && Number(status) < 400 && status !== '202'
      return { status, description, example: isShown ? JSON.stringify(media.example, null, 2) : null, fields: isShown && media.schema ? fieldsOf(document, media.schema) : [], sameAs: null }
    }),
    samples: samplesOf(sampleRequest(document, located)),
  }
}

/** The request of the samples: every path parameter by its example, the query and the body by the first of the operation's. */
export function sampleRequest(document: OpenApiDocument, located: Located): SampleRequest {
  const { method, path, operation } = located
  const resolve = (ref: string) => lookUp(document, ref) as JsonSchema
  const parameters = parametersOf(document, located)
  const filled = parameters.filter(({ in: place }) => place === 'path').reduce((url, { name, schema = {} }) => url.replace(`{${name}}`, encodeURIComponent(String(exampleOf(schema, resolve)))), path)
  const json = operation.requestBody?.content['application/json']
  const body = Object.values(json?.examples ?? {})[0]?.value
  const query = Object.values(operation['x-examples'] ?? {})[0]
  const [type = ''] = Object.keys(resolved(document, operation.responses['200'] ?? { description: '' }).content ?? {})
  return {
    method,
    url: `${document.servers[0]?.url ?? ''}${filled}`,
    query: Object.fromEntries(Object.entries((query ?? {}) as Record<string, unknown>).map(([name, value]) => [name, String(value)])),
    ...(json && body !== undefined && { body }),
    ...(json && body === undefined && operation.requestBody?.required && json.schema && { body: exampleOf(json.schema, resolve) }),
    ...(type !== '' && type !== 'application/json' && { saveAs: `answer.${type.replace(/^image\//, '').replace(/\+.*$/, '')}` }),
  }
}

function parametersOf(document: OpenApiDocument, { operation }: Located): Parameter[] {
  return (operation.parameters ?? []).map((parameter) => resolved<Parameter>(document, parameter))
}
