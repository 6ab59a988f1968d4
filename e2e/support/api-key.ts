import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { query } from './database'
import { origin } from './seller'

/** A server key of this shop; good for asking, not for signing: what is kept of it cannot be opened. */
export async function makeServerKey(merchantId: string, scopes: string[] = ['read', 'write', 'refund']): Promise<string> {
  const key = `SB-Tautan-server-${randomBytes(16).toString('hex')}`
  await query(
    `INSERT INTO server_keys (id, merchant_id, mode, name, hash, encrypted_key, scopes, created_at) VALUES ($1, $2, 'test', 'e2e', $3, 'none', $4, now())`,
    [randomUUID(), merchantId, createHash('sha256').update(key).digest('hex'), scopes],
  )
  return key
}

export type ApiAnswer = { status: number; text: string; json: Record<string, unknown>; headers: Headers }

/** A request as a shop's server sends it. @param body text is sent as it is, anything else as JSON */
export async function callApi(key: string | null, method: string, path: string, body?: unknown): Promise<ApiAnswer> {
  const response = await fetch(origin() + path, {
    method,
    redirect: 'manual',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...(key !== null && { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` }) },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  return { status: response.status, text, json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {}, headers: response.headers }
}
