import { z } from 'zod'
import type { ZodOpenApiMediaTypeObject, ZodOpenApiOperationObject, ZodOpenApiResponseObject, ZodObjectInput } from 'zod-openapi'
import type { AnswerDescription, Endpoint } from '../endpoint'
import { errorRef, errorSchemaOf, type ErrorStatus, errorResponse, ERROR_STATUSES } from './errors'

/** What OpenAPI says of an operation. */
export function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { operationId, tag, summary, description, scope, body, bodyOptional } = endpoint
  const headers = Object.entries(endpoint.headers ?? {}).map(([name, text]) => ({ name, in: 'header' as const, required: false, description: text, schema: { type: 'string' as const } }))
  const idempotency = endpoint.method === 'POST' ? [{ $ref: '#/components/parameters/Idempotency-Key' }] : []
  return {
    operationId,
    tags: [tag],
    summary,
    description: `${description}\n\nNeeds the scope \`${scope}\`.`,
    'x-scope': scope,
    'x-dialect': endpoint.dialect,
    requestParams: { ...(hasFields(endpoint.params) && { path: endpoint.params }), ...(hasFields(endpoint.query) && { query: endpoint.query }) },
    parameters: [...idempotency, ...headers],
    ...(body && { requestBody: { required: bodyOptional !== true, content: { 'application/json': mediaType(body, endpoint.examples) } } }),
    ...(!body && endpoint.examples && { 'x-examples': endpoint.examples }),
    responses: responsesOf(endpoint),
  }
}

function mediaType(schema: z.ZodType, examples: Endpoint['examples']): ZodOpenApiMediaTypeObject {
  const named = Object.entries(examples ?? {}).map(([name, value]) => [name.replaceAll(/[^A-Za-z0-9._-]+/g, '-'), { summary: name, value }] as const)
  return { schema, ...(named.length > 0 && { examples: Object.fromEntries(named) }) }
}

function responsesOf(endpoint: Endpoint): ZodOpenApiOperationObject['responses'] {
  const { dialect, method, responses } = endpoint
  const own = Object.entries(responses).map(([status, answer]) => [status, responseOf(endpoint, Number(status), answer)])
  const common = ERROR_STATUSES.filter((status) => isPossible(endpoint, status) && !(status in responses)).map((status) => [String(status), errorRef(dialect, status)])
  const inFlight = method === 'POST' && !(202 in responses) ? [['202', stillAtWork(endpoint)]] : []
  return Object.fromEntries([...own, ...inFlight, ...common]) as ZodOpenApiOperationObject['responses']
}

function isPossible({ method, path, body }: Endpoint, status: ErrorStatus): boolean {
  if (status === 404) return path.includes('{')
  if (status === 409) return method === 'POST'
  if (status === 413) return body !== undefined
  return true
}

function responseOf({ dialect, method }: Endpoint, status: number, { description, schema, contentType = 'application/json', example }: AnswerDescription): ZodOpenApiResponseObject {
  if (isErrorStatus(status) && !schema) return errorResponse(dialect, status, description)
  const content = contentType === 'application/json' ? { schema: schema ?? errorSchemaOf(dialect, status), ...(example !== undefined && { example }) } : {}
  return {
    description,
    ...(method === 'POST' && status < 300 && { headers: { 'Idempotent-Replayed': { $ref: '#/components/headers/Idempotent-Replayed' } } }),
    content: { [contentType]: content },
  }
}

const stillAtWork = ({ dialect }: Endpoint): ZodOpenApiResponseObject => ({
  description: 'The first request with this `Idempotency-Key` is still being worked on: ask again in a moment.',
  content: { 'application/json': { schema: errorSchemaOf(dialect, 202) } },
})

const isErrorStatus = (status: number): status is ErrorStatus => (ERROR_STATUSES as readonly number[]).includes(status)

function hasFields(schema: z.ZodType): schema is z.ZodType & ZodObjectInput {
  return !(schema instanceof z.ZodObject) || Object.keys(schema.shape).length > 0
}
