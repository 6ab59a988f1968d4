import type { z } from 'zod'
import type { Sql } from '@/lib/database/sql'
import type { KeyScope } from '@/lib/server-key/schema'
import type { MerchantScope } from '@/lib/shop/scope'
import type { Dialect } from './dialect'
import type { Written } from './idempotency/once'
import type { IdempotencyUse } from './idempotency/store'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** Everything an operation is told. What it was sent is parsed by then, and who asks is known. */
export type ApiCall<Params = Record<string, string>, Query = unknown, Body = unknown> = {
  scope: MerchantScope
  /** The key that asked, as the client knows it: it signs `signature_key`. */
  serverKey: string
  params: Params
  query: Query
  body: Body
  headers: Headers
  /** Sent along by a client that may ask twice; null otherwise. */
  idempotencyKey: string | null
  /** The transaction that a remembered answer is written in; what the operation writes belongs inside, unless it says `outside`. */
  sql: Sql
  at: Date
}

export type ApiAnswer = { status: number; body: unknown } | { status: number; bytes: Uint8Array; contentType: string }

/** What an operation answers with a status, for the documentation and the test that holds answers against it. */
export type AnswerDescription = { description: string; schema?: z.ZodType; contentType?: string; /** Else one is made from the examples of the schema's fields. */ example?: unknown }

/**
 * One operation of the API: the route serves it, the OpenAPI document describes it. Everything a
 * client may send and see stands here once.
 */
export type Endpoint<Params extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType, Body extends z.ZodType = z.ZodType> = {
  /** camelCase, unique; also the name that idempotency keys are kept under. */
  operationId: string
  method: Method
  /** With `{parameters}`, as in OpenAPI. */
  path: string
  tag: 'Payment links' | 'Transactions'
  summary: string
  description: string
  scope: KeyScope
  dialect: Dialect
  params: Params
  query: Query
  /** Absent: what is sent as a body is ignored, whatever it is (clients send `null`, `{}` or nothing with an action). */
  body?: Body
  /** Whether no body at all means `{}`. */
  bodyOptional?: boolean
  /** Whether it waits for the world and must not sit in a transaction: then doing it twice with one key must be harmless (see `once`). */
  outside?: boolean
  /** Documented request headers besides the common ones. */
  headers?: Record<string, string>
  /** Documented samples, by name. */
  examples?: Record<string, unknown>
  responses: Record<number, AnswerDescription>
  handle(call: ApiCall<z.output<Params>, z.output<Query>, z.output<Body>>): Promise<ApiAnswer>
  /**
   * What nearly every call comes to, as one statement that it may share with others of the same moment: does it all and
   * remembers the answer under `use`, or does nothing and gives null. Then `handle` decides, in the transaction of its answer.
   */
  shortcut?(call: ApiCall<z.output<Params>, z.output<Query>, z.output<Body>>, use: IdempotencyUse | null): Promise<Written | null>
}

/** Gives `handle` the types of its schemas. */
export function endpoint<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  definition: Endpoint<Params, Query, Body>,
): Endpoint<Params, Query, Body> {
  return definition
}

export const answer = (status: number, body: unknown): ApiAnswer => ({ status, body })
