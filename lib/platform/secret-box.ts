import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env'

/**
 * Secrets that must come back as they were (server keys, webhook secrets): AES-256-GCM under
 * ENCRYPTION_KEY, or under a key derived from APP_SECRET when none is set.
 *
 * @param context what the secret is and whose; a row moved elsewhere does not open
 */
export function seal(secret: string, context: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `v1.${sealed.toString('base64url')}`
}

/** @throws when the box was made under another key or context, or was changed */
export function unseal(box: string, context: string): string {
  const [version, body = ''] = box.split('.')
  if (version !== 'v1') throw new Error('a sealed secret of an unknown version')
  const bytes = Buffer.from(body, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-16))
  return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
}

function key(): Buffer {
  const { ENCRYPTION_KEY, APP_SECRET } = env()
  return ENCRYPTION_KEY ? Buffer.from(ENCRYPTION_KEY, 'hex') : Buffer.from(hkdfSync('sha256', APP_SECRET, '', 'tautan secret box', 32))
}
