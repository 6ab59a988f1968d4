import 'server-only'
import webPush from 'web-push'
import { env } from '@/lib/platform/env'
import { postOutgoing } from '@/lib/platform/outgoing'
import { findPushKeys } from './push-keys'
import type { PushMessage, PushTarget } from './views'

/** A push service keeps a message this long for a phone that is off: older news wait in the bell. */
export const TTL_SECONDS = 24 * 60 * 60
const TIMEOUT_MS = 10_000

/**
 * - `delivered`: the push service has it
 * - `gone`: this browser takes no more; forget it
 * - `refused`: the push service will not take this message, ever
 */
export type DeliveryOutcome = 'delivered' | 'gone' | 'refused'

/**
 * Sends one message to one browser, encrypted for it alone (RFC 8291).
 * @throws when the push service cannot be reached or asks to come back later
 */
export async function deliver(target: PushTarget, message: PushMessage): Promise<DeliveryOutcome> {
  if (!mayBeCalled(target.endpoint)) return 'gone'
  const keys = await findPushKeys()
  const { endpoint, headers, body } = webPush.generateRequestDetails(
    { endpoint: target.endpoint, keys: { p256dh: target.p256dh, auth: target.auth } },
    JSON.stringify(message),
    { vapidDetails: { subject: contact(), ...keys }, TTL: TTL_SECONDS, urgency: 'high', topic: message.tag, contentEncoding: 'aes128gcm' },
  )
  const status = await post(endpoint, headers, body)
  if (status === 'inside') return 'gone'
  if (status >= 200 && status < 300) return 'delivered'
  if (status === 404 || status === 410) return 'gone'
  if (status === 429 || status >= 500) throw new Error(`the push service answered ${status}`)
  return 'refused'
}

/** Push services speak https. Plain http is for receivers on this machine, where the settings allow them. */
export function mayBeCalled(endpoint: string): boolean {
  const url = URL.parse(endpoint)
  if (!url) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && env().ALLOW_LOOPBACK_WEBHOOKS && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname))
}

/** The address comes from a browser, so it may point anywhere. Of the answer only the status counts. */
async function post(url: string, given: webPush.RequestDetails['headers'], body: Buffer): Promise<number | 'inside'> {
  const headers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)]))
  const { statusCode, error } = await postOutgoing({ url, headers, body, allowLoopback: env().ALLOW_LOOPBACK_WEBHOOKS, timeoutMs: TIMEOUT_MS })
  if (error === 'refusedAddress') return 'inside'
  if (statusCode === null) throw new Error(`the push service did not answer: ${error}`)
  return statusCode
}

/** Whom a push service may write to when something goes wrong: it wants https or mailto. */
function contact(): string {
  const { APP_URL, MAIL_FROM } = env()
  if (APP_URL.startsWith('https:')) return APP_URL
  const address = /[^\s<>]+@[^\s<>]+/.exec(MAIL_FROM ?? '')?.[0]
  return `mailto:${address ?? `admin@${new URL(APP_URL).hostname}`}`
}
