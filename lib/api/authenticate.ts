import 'server-only'
import { LRUCache } from 'lru-cache'
import { countTry } from '@/lib/auth/rate-limit'
import { logger } from '@/lib/platform/logger'
import { serverKeyHash } from '@/lib/server-key/key-text'
import type { KeyScope } from '@/lib/server-key/schema'
import { isValid as isValidKey } from '@/lib/server-key/status'
import { findKeyByHash, touchKey } from '@/lib/server-key/store'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'

export type ApiClient = {
  keyId: string
  serverKey: string
  scope: MerchantScope
  scopes: readonly KeyScope[]
  /** Revoked and expired keys open nothing; their shop sees in its log that they were tried. */
  isValid: boolean
}

/** The id of a key that was right a moment ago, by its hash. Opens nothing: it only says whose tries to count. */
const lastRight = new LRUCache<string, string>({ max: 10_000 })

/**
 * Who sends a request, and whether they send too many: the server key is the user of HTTP Basic authentication, without a
 * password (Midtrans: `Authorization: Basic base64(ServerKey + ":")`). A key that was right a moment ago is counted while it is
 * looked up again.
 * @returns client: null when there is no such key; wait: seconds, when there were too many calls with it
 */
export async function admit(headers: Pick<Headers, 'get'>, at: Date): Promise<{ client: ApiClient | null; wait?: number | undefined }> {
  const serverKey = readBasicUser(headers.get('authorization'))
  if (serverKey === null) return { client: null }
  const hash = serverKeyHash(serverKey)
  const guess = lastRight.get(hash)
  const [client, early] = await Promise.all([authenticate(serverKey, hash, at), guess === undefined ? undefined : countTry('apiByKey', guess)])
  if (!client?.isValid) {
    lastRight.delete(hash)
    return { client }
  }
  lastRight.set(hash, client.keyId)
  return { client, wait: guess === client.keyId ? early : await countTry('apiByKey', client.keyId) }
}

/** When a key was last used is told to the minute; writing it with every call would cost one more commit. */
const TOUCH_EVERY_MS = 60_000

/** The key is looked up by its SHA-256, so how long the comparison takes says nothing about any key. */
async function authenticate(serverKey: string, hash: string, at: Date): Promise<ApiClient | null> {
  const key = await findKeyByHash(hash)
  if (!key) return null
  const isValid = isValidKey(key, at)
  const notSince = new Date(at.getTime() - TOUCH_EVERY_MS)
  if (isValid && (key.lastUsedAt === null || key.lastUsedAt <= notSince)) {
    void touchKey(key.id, { at, notSince }).catch((error: unknown) => logger.warn({ error }, 'when a key was used could not be written down'))
  }
  const scope = mintScope({ merchantId: key.merchantId, mode: key.mode, userId: null })
  return { keyId: key.id, serverKey, scope, scopes: key.scopes, isValid }
}

function readBasicUser(header: string | null): string | null {
  const encoded = /^basic\s+([A-Za-z0-9+/_-]+={0,2})\s*$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return null
  const [user = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':', 1)
  return user === '' ? null : user
}
