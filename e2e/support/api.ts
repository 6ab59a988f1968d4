import { createCipheriv, createHash, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent, request as send } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { dataDir, query } from './database'
import { origin } from './seller'

/** The API as a program meets it: over HTTP, with nothing put right on the way. */

export type KeyWish = { scopes?: readonly string[]; mode?: 'test' | 'live'; expiresAt?: Date; revokedAt?: Date }

/** A server key of the shop, by a row. It is sealed as the server seals it, since notifications are signed with it. */
export async function makeKey(merchantId: string, { scopes = ['read', 'write', 'refund'], mode = 'test', expiresAt, revokedAt }: KeyWish = {}): Promise<string> {
  const [id, key] = [randomUUID(), `${mode === 'test' ? 'SB-' : ''}Tautan-server-${randomBytes(20).toString('hex')}`]
  await query(
    `INSERT INTO server_keys (id, merchant_id, mode, name, hash, encrypted_key, scopes, created_at, expires_at, revoked_at)
     VALUES ($1, $2, $3, 'e2e', $4, $5, $6, now(), $7, $8)`,
    [id, merchantId, mode, createHash('sha256').update(key).digest('hex'), sealed(key, `server key ${id}`), scopes, expiresAt ?? null, revokedAt ?? null],
  )
  return key
}

function sealed(secret: string, context: string): string {
  const appSecret = readFileSync(join(dataDir(), 'app-secret'), 'utf8').trim()
  const [key, nonce] = [Buffer.from(hkdfSync('sha256', appSecret, '', 'tautan secret box', 32)), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  return `v1.${Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')}`
}

export type ApiAnswer = { status: number; type: string; headers: Record<string, string | string[] | undefined>; text: string; body: unknown }

export type ApiRequest = { key?: string | undefined; method: string; /** As it goes over the wire, with the query. */ path: string; /** Text and bytes as they are, all else as JSON. */ body?: unknown; headers?: Record<string, string> }

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

export async function call({ key, method, path, body, headers = {} }: ApiRequest): Promise<ApiAnswer> {
  const bytes = body === undefined ? undefined : typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(JSON.stringify(body))
  const { port } = new URL(origin())
  return await new Promise((resolve, reject) => {
    const request = send(
      {
        agent, host: '127.0.0.1', port, method, path,
        headers: {
          accept: 'application/json',
          ...(key !== undefined && { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` }),
          ...(bytes && { 'content-type': 'application/json', 'content-length': bytes.length }),
          ...headers,
        },
      },
      (response) => {
        buffer(response).then((content) => {
          const text = content.toString('utf8')
          resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', headers: response.headers, text, body: jsonOf(text) })
        }, reject)
      },
    )
    request.once('error', reject)
    request.end(bytes)
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
