import 'server-only'
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

/** When a key was last used is told to the minute; writing it with every call would cost one more commit. */
const TOUCH_EVERY_MS = 60_000

/**
 * Who sends a request: the server key is the user of HTTP Basic authentication, without a password
 * (Midtrans: `Authorization: Basic base64(ServerKey + ":")`).
 *
 * The key is looked up by its SHA-256, so how long the comparison takes says nothing about any key.
 * @returns null when there is no such key
 */
export async function authenticate(headers: Pick<Headers, 'get'>, at: Date): Promise<ApiClient | null> {
  const serverKey = readBasicUser(headers.get('authorization'))
  if (serverKey === null) return null
  const key = await findKeyByHash(serverKeyHash(serverKey))
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
