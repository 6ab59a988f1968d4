import 'server-only'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import webPush from 'web-push'
import { env } from '@/lib/platform/env'
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

/**
 * The address comes from a browser, so it may point anywhere: where it leads is checked when the
 * connection is made, on the resolved address. Of the answer only the status is read, and no redirect followed.
 */
async function post(endpoint: string, headers: webPush.RequestDetails['headers'], body: Buffer): Promise<number | 'inside'> {
  const isPlain = endpoint.startsWith('http:')
  const filter = env().ALLOW_LOOPBACK_WEBHOOKS ? { allowIPAddressList: ['127.0.0.1', '::1'] } : {}
  const agent = isPlain ? new RequestFilteringHttpAgent(filter) : new RequestFilteringHttpsAgent(filter)
  try {
    return await new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(TIMEOUT_MS)
      const sent = (isPlain ? httpRequest : httpsRequest)(endpoint, { method: 'POST', headers: { ...headers }, agent, signal }, (answer) => {
        resolve(answer.statusCode ?? 0)
        answer.destroy()
      })
      sent.on('error', reject)
      sent.end(body)
    })
  } catch (error) {
    if (error instanceof Error && REFUSED_ADDRESS.test(error.message)) return 'inside'
    throw error
  } finally {
    agent.destroy()
  }
}

/** How request-filtering-agent says that an address is not for us: its errors have no code. */
const REFUSED_ADDRESS = /is not allowed/

/** Whom a push service may write to when something goes wrong: it wants https or mailto. */
function contact(): string {
  const { APP_URL, MAIL_FROM } = env()
  if (APP_URL.startsWith('https:')) return APP_URL
  const address = /[^\s<>]+@[^\s<>]+/.exec(MAIL_FROM ?? '')?.[0]
  return `mailto:${address ?? `admin@${new URL(APP_URL).hostname}`}`
}
