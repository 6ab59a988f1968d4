import { createCipheriv, createHash, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataDir, query } from './database'

/** Gives a shop a server key of test mode, sealed as the server under test seals it. */
export async function makeServerKey(merchantId: string, scopes = ['read', 'write', 'refund']): Promise<string> {
  const [id, key] = [randomUUID(), `SB-Tautan-server-${randomBytes(16).toString('hex')}`]
  await query(
    `INSERT INTO server_keys (id, merchant_id, mode, name, hash, encrypted_key, scopes, created_at) VALUES ($1, $2, 'test', 'e2e', $3, $4, $5, now())`,
    [id, merchantId, createHash('sha256').update(key).digest('hex'), seal(key, `server key ${id}`), scopes],
  )
  return key
}

/** lib/platform/secret-box.ts, without ENCRYPTION_KEY. */
function seal(secret: string, context: string): string {
  const appSecret = readFileSync(join(dataDir(), 'app-secret'), 'utf8').trim()
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(hkdfSync('sha256', appSecret, '', 'tautan secret box', 32)), nonce).setAAD(Buffer.from(context))
  return `v1.${Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')}`
}
