import type { KeyScope } from '@/lib/server-key/schema'
import type { Method } from '../endpoint'
import type { Dialect } from '../dialect'
import type { JsonSchema } from './example'

/** The parts of an OpenAPI 3.1 document that ours has and its readers (the reference page, the tests) look at. */
export type OpenApiDocument = {
  openapi: string
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  security: Record<string, string[]>[]
  tags: { name: string; description: string }[]
  paths: Record<string, Partial<Record<Lowercase<Method>, Operation>>>
  webhooks: Record<string, { post: Operation }>
  components: { schemas?: Record<string, JsonSchema>; responses?: Record<string, Answer>; parameters?: Record<string, Parameter>; headers?: Record<string, unknown>; securitySchemes?: Record<string, unknown> }
}

export type Operation = {
  operationId: string
  tags: string[]
  summary: string
  description: string
  'x-scope'?: KeyScope
  'x-dialect'?: Dialect
  /** Samples of the query, by name. */
  'x-examples'?: Record<string, unknown>
  parameters?: (Parameter | Reference)[]
  requestBody?: { required?: boolean; content: Record<string, Media> }
  responses: Record<string, Answer | Reference>
}

export type Reference = { $ref: string }
export type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; description?: string; schema?: JsonSchema }
export type Media = { schema?: JsonSchema; example?: unknown; examples?: Record<string, { summary?: string; value: unknown }> }
export type Answer = { description: string; headers?: Record<string, unknown>; content?: Record<string, Media> }

/** @throws when the document has nothing there */
export function lookUp(document: OpenApiDocument, ref: string): unknown {
  let at: unknown = document
  for (const step of ref.replace(/^#\//, '').split('/')) at = (at as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')]
  if (typeof at !== 'object' || at === null) throw new Error(`the document has nothing at ${ref}`)
  return at
}

/** What stands there, or what it refers to. */
export function resolved<T extends object>(document: OpenApiDocument, value: T | Reference): T {
  return '$ref' in value && typeof value.$ref === 'string' ? (lookUp(document, value.$ref) as T) : (value as T)
}

export type Located = { method: Method; path: string; operation: Operation }

export function operationsOf(document: OpenApiDocument): Located[] {
  return Object.entries(document.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase() as Method, path, operation })))
}
