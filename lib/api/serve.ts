import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { sql, type Sql } from '@/lib/database/sql'
import { now } from '@/lib/platform/clock'
import { newRowId } from '@/lib/platform/ids'
import { logger } from '@/lib/platform/logger'
import { isOutage, RETRY_AFTER_SECONDS } from '@/lib/platform/outage'
import { admit, type ApiClient } from './authenticate'
import { recordCall } from './call-log/record-call'
import { loggable, loggablePath } from './call-log/redact'
import { problemBody, UNAUTHORIZED, type Problem } from './dialect'
import type { ApiAnswer, ApiCall, Endpoint } from './endpoint'
import { idempotencyUse, isUsedOtherwise, once, type Written } from './idempotency/once'
import { readJson, readText } from './read-body'
import { validationMessages } from './validation-messages'

/** Next gives a path without parameters none: undefined. */
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> }
export type RouteHandler = (request: Request, context: Context) => Promise<Response>

type Asked = { request: Request; url: URL; context: Context }
type Finished = { response: Response; client: ApiClient | null; sent: unknown; told: unknown }

/**
 * Makes a route of an operation: who asks, how often, what they sent; then the operation itself,
 * once for each idempotency key; then the log. What goes wrong inside is logged and answered with a
 * bare 500.
 */
export function serve<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(endpoint: Endpoint<Params, Query, Body>): RouteHandler {
  return async (request, context) => {
    const at = now()
    const startedAt = performance.now()
    const url = new URL(request.url)
    const { response, client, sent, told } = await finish(endpoint, { request, url, context }, at)
    if (client) {
      recordCall({
        id: newRowId(at.getTime()),
        merchantId: client.scope.merchantId,
        mode: client.scope.mode,
        keyId: client.keyId,
        method: endpoint.method,
        path: loggablePath(url),
        status: response.status,
        durationMs: Math.round(performance.now() - startedAt),
        idempotencyKey: storable(request.headers.get('idempotency-key'), 255),
        userAgent: storable(request.headers.get('user-agent'), 255),
        requestBody: loggable(sent) ?? null,
        // What was merely read says nothing that asking again would not.
        responseBody: endpoint.method === 'GET' && response.ok ? null : (loggable(told) ?? null),
        at,
      })
    }
    return response
  }
}

async function finish(endpoint: Endpoint, { request, url, context }: Asked, at: Date): Promise<Finished> {
  let client: ApiClient | null = null
  let sent: unknown = null
  const refuse = (problem: Problem, headers: Record<string, string> = {}): Finished => {
    const told = problemBody(endpoint.dialect, problem)
    return { response: json(problem.status, JSON.stringify(told), headers), client, sent, told }
  }
  try {
    const admitted = await admit(request.headers, at)
    client = admitted.client
    if (!client?.isValid) return refuse({ status: 401, messages: [UNAUTHORIZED[endpoint.dialect]] }, { 'WWW-Authenticate': 'Basic realm="server key"' })
    if (admitted.wait !== undefined) return refuse({ status: 429, messages: ['Too many requests with this key: try again later.'] }, { 'Retry-After': String(admitted.wait) })
    if (!client.scopes.includes(endpoint.scope)) return refuse({ status: 403, messages: [`This server key may not do this: it lacks the scope "${endpoint.scope}".`] })

    const posted = await readText(request)
    // What was not read of a body that never ends must not be taken for the next request.
    if (!posted.ok) return refuse({ status: posted.status, messages: [posted.message] }, posted.status === 413 ? { Connection: 'close' } : {})
    const body = endpoint.body && !(posted.text.trim() === '' && endpoint.bodyOptional) ? readJson(posted.text) : { ok: true as const, value: endpoint.bodyOptional ? {} : undefined }
    if (!body.ok) return refuse({ status: 400, messages: [body.message] })
    sent = body.value
    const parsed = parse(endpoint, { params: (await context.params) ?? {}, query: Object.fromEntries(url.searchParams), body: body.value === null && endpoint.bodyOptional ? {} : body.value })

    const idempotencyKey = endpoint.method === 'POST' ? request.headers.get('idempotency-key') : null
    if (idempotencyKey !== null && !/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) return refuse({ status: 400, messages: ['The header Idempotency-Key must be 1 to 255 visible ASCII characters.'] })
    const { scope, serverKey } = client
    const parts = [url.pathname, posted.text, request.headers.get('x-append-notification') ?? '', request.headers.get('x-override-notification') ?? '']
    const use = idempotencyKey === null ? null : idempotencyUse(endpoint.operationId, idempotencyKey, parts)
    if (!parsed.ok) return refuse(use && (await isUsedOtherwise(scope, use, at)) ? OTHER_REQUEST : { status: 400, messages: parsed.messages })
    const call = (on: Sql): ApiCall => ({ ...parsed.values, scope, serverKey, headers: request.headers, idempotencyKey, sql: on, at })
    const written = await endpoint.shortcut?.(call(sql), use)
    if (written) return { ...answerWith(written), client, sent }
    if (use === null) return { ...respond(await endpoint.handle(call(sql))), client, sent }
    const outcome = await once(scope, use, { outside: endpoint.outside ?? false, at }, async (on) => writtenOf(await endpoint.handle(call(on))))
    if (outcome.kind === 'otherRequest') return refuse(OTHER_REQUEST)
    if (outcome.kind === 'inFlight') return refuse({ status: 202, messages: ['The request with this Idempotency-Key is still being processed.'] })
    return { ...answerWith(outcome.answer, outcome.isReplay ? { 'Idempotent-Replayed': 'true' } : {}), client, sent }
  } catch (error) {
    unstable_rethrow(error)
    logger.error({ error, operation: endpoint.operationId }, 'a call of the API failed')
    if (isOutage(error)) return refuse({ status: 503, messages: ['The service is not available for the moment: try again in a few seconds.'] }, { 'Retry-After': String(RETRY_AFTER_SECONDS) })
    return refuse({ status: 500, messages: ['Sorry, our system is having a problem: try again later.'] })
  }
}

const OTHER_REQUEST: Problem = { status: 409, messages: ['This Idempotency-Key was used with another request.'] }

type Values = Pick<ApiCall, 'params' | 'query' | 'body'>

/** All messages at once, whatever part of the request they are about. */
function parse({ params, query, body }: Endpoint, given: { params: unknown; query: unknown; body: unknown }): { ok: true; values: Values } | { ok: false; messages: string[] } {
  // With what was given, an issue tells a missing field from a wrong one; its text depends on what the build left of zod's languages.
  const told = { reportInput: true } as const
  const parts = [params.safeParse(given.params, told), query.safeParse(given.query, told), body?.safeParse(given.body, told)] as const
  const messages = parts.flatMap((part) => (part && !part.success ? validationMessages(part.error) : []))
  if (messages.length > 0) return { ok: false, messages }
  return { ok: true, values: { params: parts[0].data as Record<string, string>, query: parts[1].data, body: parts[2]?.data } }
}

function respond(answer: ApiAnswer): { response: Response; told: unknown } {
  if ('bytes' in answer) return { response: new Response(Buffer.from(answer.bytes), { status: answer.status, headers: { 'Content-Type': answer.contentType } }), told: null }
  return { response: json(answer.status, JSON.stringify(answer.body)), told: answer.body }
}

function answerWith({ status, body }: Written, headers: Record<string, string> = {}): { response: Response; told: unknown } {
  return { response: json(status, body, headers), told: JSON.parse(body) }
}

function writtenOf(answer: ApiAnswer): Written {
  if ('bytes' in answer) throw new Error('only JSON is remembered')
  return { status: answer.status, body: JSON.stringify(answer.body) }
}

function json(status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers } })
}

/** A header may hold bytes that the database does not take as text. */
const storable = (text: string | null, length: number): string | null => text && text.replaceAll('\0', '').toWellFormed().slice(0, length)
