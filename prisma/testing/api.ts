import { inTransaction } from '@/lib/database/sql'
import { KEY_SCOPES, type KeyScope } from '@/lib/server-key/schema'
import { makeKey } from '@/lib/server-key/server-key'
import type { RouteHandler } from '@/lib/api/serve'
import type { MerchantScope } from '@/lib/shop/scope'

/** A server key of the shop, valid from now on. */
export async function makeApiKey({ merchantId, mode }: MerchantScope, scopes: readonly KeyScope[] = KEY_SCOPES): Promise<string> {
  const at = new Date()
  const { key } = await inTransaction((sql) => makeKey(sql, { merchantId, mode, actorId: null }, { name: 'test', scopes, expiresAt: null, lineSince: at, at }))
  return key
}

export const basic = (key: string): string => `Basic ${Buffer.from(`${key}:`).toString('base64')}`

export type ApiAnswer<Body> = { status: number; headers: Headers; text: string; body: Body }

type ApiCallWish = {
  /** Absent: without authentication. */
  key?: string | undefined
  method?: string
  /** With the query: `/v1/payment-links?limit=10`. */
  path: string
  params?: Record<string, string>
  /** A text is sent as it is, everything else as JSON. */
  body?: unknown
  headers?: Record<string, string>
}

/** Calls a route's handler as Next does, without the network in between. */
export async function apiCall<Body = Record<string, unknown>>(handler: RouteHandler, { key, method = 'POST', path, params = {}, body, headers = {} }: ApiCallWish): Promise<ApiAnswer<Body>> {
  const sent = body === undefined ? {} : { body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body) }
  const request = new Request(`http://localhost${path}`, {
    method,
    headers: { ...(key !== undefined && { authorization: basic(key) }), 'content-type': 'application/json', ...headers },
    ...sent,
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
