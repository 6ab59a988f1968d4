import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import type { Dialect } from '../dialect'
import { transactionProblemSchema } from '../transactions/schema'

/** Every operation may answer these, in the words of its dialect; they stand in the document once. */
export const ERROR_STATUSES = [400, 401, 403, 404, 409, 413, 429, 500, 503] as const
export type ErrorStatus = (typeof ERROR_STATUSES)[number]

const WHEN: Record<ErrorStatus, string> = {
  400: 'Something about the request is wrong. Every message names its field; all are told at once.',
  401: 'No server key, one that does not exist, or one that was revoked or has expired.',
  403: 'The server key lacks the scope that this operation needs.',
  404: 'There is no such thing, or it belongs to another merchant or to the other mode.',
  409: 'It cannot be done as things are: the ID is taken, or the `Idempotency-Key` was used with another request.',
  413: 'The request body is larger than 16 KB.',
  429: 'Too many requests with this key within a minute.',
  500: 'Our fault. Nothing of the inside is told; the request may be sent again.',
  503: 'The service is not available for a moment. Nothing was changed.',
}

const SAMPLE: Record<ErrorStatus, string> = {
  400: 'transaction_details.order_id is required',
  401: 'Access denied due to unauthorized request',
  403: 'This server key may not do this: it lacks the scope "write".',
  404: 'Not found',
  409: "The Order ID 'order-101' has been taken",
  413: 'The request body must be at most 16384 bytes.',
  429: 'Too many requests with this key: try again later.',
  500: 'Sorry, our system is having a problem: try again later.',
  503: 'The service is not available for the moment: try again in a few seconds.',
}

const linkError = z
  .object({ error_messages: z.array(z.string()).meta({ description: 'What is wrong, a sentence for each thing.' }) })
  .meta({ id: 'LinkError', description: 'An error of the payment link operations.' })

const linkUnauthorized = z
  .object({ error_messages: z.string().meta({ description: 'What is wrong. A text here, not a list: so it is in the API that this one follows.' }) })
  .meta({ id: 'LinkUnauthorized', description: 'The 401 of the payment link operations.' })

export const errorSchemaOf = (dialect: Dialect, status: number): z.ZodType => (dialect === 'transaction' ? transactionProblemSchema : status === 401 ? linkUnauthorized : linkError)

/** An error with its own words, where an operation has something special to say about it. */
export function errorResponse(dialect: Dialect, status: ErrorStatus, description = WHEN[status]): ZodOpenApiResponseObject {
  const header = HEADER_OF[status]
  return {
    description,
    ...(header && { headers: { [header]: { $ref: `#/components/headers/${header}` } } }),
    content: { 'application/json': { schema: errorSchemaOf(dialect, status), example: sample(dialect, status) } },
  }
}

const HEADER_OF: Partial<Record<ErrorStatus, string>> = { 401: 'WWW-Authenticate', 429: 'Retry-After', 503: 'Retry-After' }

function sample(dialect: Dialect, status: ErrorStatus): unknown {
  const message = SAMPLE[status]
  if (dialect === 'link') return { error_messages: status === 401 ? message : [message] }
  const id = '0ba0c5a1-5d3f-4d52-9f4e-6f8ad1b8f7c1'
  if (status === 400) return { status_code: '400', status_message: 'One or more parameters in the payload is invalid.', validation_messages: ['amount must be a whole number'], id }
  if (status === 401) return { status_code: '401', status_message: 'Transaction cannot be authorized with the current client/server key.', id }
  return { status_code: String(status), status_message: status === 404 ? "Transaction doesn't exist." : message, id }
}

/** The components that {@link errorRef} points to. */
export function errorComponents(): Record<string, ZodOpenApiResponseObject> {
  const dialects: readonly Dialect[] = ['link', 'transaction']
  return Object.fromEntries(dialects.flatMap((dialect) => ERROR_STATUSES.map((status) => [nameOf(dialect, status), errorResponse(dialect, status)])))
}

export const errorRef = (dialect: Dialect, status: ErrorStatus): { $ref: string } => ({ $ref: `#/components/responses/${nameOf(dialect, status)}` })

const nameOf = (dialect: Dialect, status: ErrorStatus): string => `${dialect === 'link' ? 'Link' : 'Transaction'}${status}`
