import type { RouteHandler } from '@/lib/api/serve'
import { inTransaction } from '@/lib/database/sql'
import { KEY_SCOPES, type KeyScope } from '@/lib/server-key/schema'
import { makeKey } from '@/lib/server-key/server-key'
import type { MerchantScope } from '@/lib/shop/scope'

/** A server key of this shop and mode, as its server sends it. */
export async function makeApiKey({ merchantId, mode }: MerchantScope, scopes: readonly KeyScope[] = KEY_SCOPES): Promise<string> {
  const at = new Date()
  const { key } = await inTransaction((sql) => makeKey(sql, { merchantId, mode, actorId: null }, { name: 'tests', scopes, expiresAt: null, lineSince: at, at }))
  return key
}

type Call = { key?: string; method?: string; path: string; params?: Record<string, string>; body?: unknown; headers?: Record<string, string> }

export const basic = (key: string): string => `Basic ${Buffer.from(`${key}:`).toString('base64')}`

export type Answered<Body = Record<string, unknown>> = { status: number; body: Body; text: string; headers: Headers }

/** Sends a request through a route's handler. @param call `body` that is text or bytes is sent as it is, anything else as JSON */
export async function apiCall<Body = Record<string, unknown>>(handler: RouteHandler, call: Call): Promise<Answered<Body>> {
  const { key, method = 'GET', path, params = {}, body, headers = {} } = call
  const request = new Request(`http://localhost:3000${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(key && { authorization: basic(key) }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body) }),
  })
  const response = await handler(request, { params: Promise.resolve(params) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: jsonOf(text) as Body }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
