import type { KeyScope } from '@/lib/api/endpoint'
import type { RouteHandler } from '@/lib/api/serve'
import { prisma } from '@/lib/database/client'
import { newRowId, readableId } from '@/lib/platform/ids'
import { seal } from '@/lib/platform/secret-box'
import { serverKeyHash } from '@/lib/shop/server-key'
import type { MerchantScope } from '@/lib/shop/scope'

/** A server key of this shop and mode, as its server sends it. */
export async function makeApiKey(scope: MerchantScope, scopes: KeyScope[] = ['read', 'write', 'refund']): Promise<string> {
  const [id, key] = [newRowId(Date.now()), `SB-Tautan-server-${readableId(32)}`]
  await prisma.serverKey.create({
    data: {
      id, merchantId: scope.merchantId, mode: scope.mode, name: 'tests', hash: serverKeyHash(key),
      encryptedKey: seal(key, `server key ${id}`), scopes, createdAt: new Date(),
    },
  })
  return key
}

type Call = { key?: string; method?: string; path: string; params?: Record<string, string>; body?: unknown; headers?: Record<string, string> }

/** Sends a request through a route's handler. @param call `body` that is text is sent as it is, anything else as JSON */
export async function apiCall<Body = Record<string, unknown>>(handler: RouteHandler, call: Call): Promise<{ status: number; body: Body; text: string; headers: Headers }> {
  const { key, method = 'GET', path, params = {}, body, headers = {} } = call
  const request = new Request(`http://localhost:3000${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(key && { authorization: basic(key) }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const response = await handler(request, { params: Promise.resolve(params) })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  return { status: response.status, body: (isJson ? JSON.parse(text) : null) as Body, text, headers: response.headers }
}

export const basic = (key: string): string => `Basic ${Buffer.from(`${key}:`).toString('base64')}`
