import type { IncomingMessage } from 'node:http'

const FORWARDED = ['forwarded', 'x-real-ip', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto']

/**
 * Leaves exactly one believable address in `x-forwarded-for`. Next passes on whatever a client claims there,
 * so without a trusted proxy every such header is dropped; with `proxies` of them, only what they added counts.
 */
export function settleClientAddress(request: IncomingMessage, proxies: number): void {
  const { headers } = request
  const remote = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const claimed = proxies === 0 ? [] : String(headers['x-forwarded-for'] ?? '').split(',')
  const hops = claimed.map((hop) => hop.trim()).filter((hop) => hop !== '')
  headers['x-forwarded-for'] = hops.at(-proxies) ?? hops[0] ?? remote
  if (proxies > 0) return
  for (const name of FORWARDED) delete headers[name]
}
