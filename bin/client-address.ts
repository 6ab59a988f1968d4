import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const FORWARDED = ['forwarded', 'x-real-ip', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto']

/** Goes with what Next passes on to itself: see {@link settleClientAddress}. */
const SEAL_HEADER = 'x-settled-by'

type Trust = {
  /** How many proxies stand in front. */
  proxies: number
  /** Of {@link sealOf}. */
  seal: Buffer
}

/** What only the processes of this server know. */
export const sealOf = (appSecret: string): Buffer => Buffer.from(createHmac('sha256', appSecret).update('settled client address').digest('base64url'))

/**
 * Leaves exactly one believable address in `x-forwarded-for`. Next passes on whatever a client claims there,
 * so without a trusted proxy every such header is dropped; with `proxies` of them, only what they added counts.
 *
 * A server action that comes to a page without its code (its seller has gone on by then) Next sends to itself once more, as a
 * request of its own with the headers of the first. There they are settled already and say for whom it asks; dropped, the action
 * would be taken for a foreign page's and refused. The seal tells such a request from one that only claims to be.
 */
export function settleClientAddress(request: IncomingMessage, { proxies, seal }: Trust): void {
  const { headers } = request
  if (isSealed(headers[SEAL_HEADER], seal)) return
  const remote = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const claimed = proxies === 0 ? [] : String(headers['x-forwarded-for'] ?? '').split(',')
  const hops = claimed.map((hop) => hop.trim()).filter((hop) => hop !== '')
  headers['x-forwarded-for'] = hops.at(-proxies) ?? hops[0] ?? remote
  if (proxies === 0) for (const name of FORWARDED) delete headers[name]
  delete headers[SEAL_HEADER]
  if (headers['next-action'] !== undefined) headers[SEAL_HEADER] = seal.toString()
}

function isSealed(given: string | string[] | undefined, seal: Buffer): boolean {
  if (typeof given !== 'string') return false
  const bytes = Buffer.from(given)
  return bytes.length === seal.length && timingSafeEqual(bytes, seal)
}
