import 'server-only'
import { createHash, createHmac, randomBytes } from 'node:crypto'

const SECRET_PREFIX = 'whsec_'

/** 32 random bytes in the form of Standard Webhooks 1.0.0 (24 to 64 are allowed there). */
export const newEndpointSecret = (): string => SECRET_PREFIX + randomBytes(32).toString('base64')

export type SignedMessage = {
  /** The same with every attempt: `msg_<delivery>` */
  id: string
  /** Of this attempt. */
  at: Date
  body: string
  /** Every secret that is live; none for an address without one. */
  secrets: readonly string[]
}

/**
 * The headers of Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body`, one signature for
 * each secret, so that a receiver can change to a new one while the old still works.
 */
export function signatureHeaders({ id, at, body, secrets }: SignedMessage): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    ...(signatures.length > 0 && { 'webhook-signature': signatures.join(' ') }),
  }
}

/**
 * Midtrans' `signature_key`: the strings exactly as they stand in the body, one behind the other.
 * It says nothing about the status or the time; the headers above do.
 */
export function signatureKey({ orderId, statusCode, grossAmount, serverKey }: { orderId: string; statusCode: string; grossAmount: string; serverKey: string }): string {
  return createHash('sha512').update(orderId + statusCode + grossAmount + serverKey).digest('hex')
}
