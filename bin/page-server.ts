import type { RequestListener } from 'node:http'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { constants } from 'node:zlib'
import compression from 'compression'
import type { Env } from '../lib/platform/env.ts'
import { sealOf, settleClientAddress } from './client-address.ts'
import { HttpServer } from './http-server.ts'
import { ownAddress } from './listen.ts'
import { packedFiles } from './packed-files.ts'
import { isReadableAddress } from './readable-address.ts'

/** A window of 256 KB, which no page of ours is longer than: the usual one of 4 MB is memory for every answer under way. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 } }
// Its types are those of Express, which it does not need.
const compress = compression({ brotli }) as unknown as (...given: [...Parameters<RequestListener>, next: () => void]) => void

type Opening = { dev: boolean; root: string; host: string; port: number }

/** The pages on their port: of a server that is one process, or of one among several. */
export class PageServer {
  private readonly http: HttpServer
  private ready: (handler: RequestListener) => void = () => undefined
  private closeNext: () => Promise<void> = () => Promise.resolve()

  constructor({ TRUST_PROXY, APP_URL, APP_SECRET }: Pick<Env, 'TRUST_PROXY' | 'APP_URL' | 'APP_SECRET'>) {
    const security = securityHeaders(APP_URL)
    const trust = { proxies: TRUST_PROXY, seal: sealOf(APP_SECRET) }
    const handler = new Promise<RequestListener>((resolve) => (this.ready = resolve))
    this.http = new HttpServer((request, response) => {
      settleClientAddress(request, trust)
      if (!isReadableAddress(request.url)) return void response.writeHead(400).end()
      for (const [name, value] of security) response.setHeader(name, value)
      // Who comes before we are ready waits a moment instead of being turned away.
      void handler.then((handle) => handle(request, response))
    })
  }

  /** Returns the port. */
  async listen(host: string, port: number): Promise<number> {
    return await this.http.listen(host, port)
  }

  /** Serves a connection that came through another process. */
  take(socket: Socket): void {
    this.http.take(socket)
  }

  /** Loads the pages. The settings of this process must be complete by then. */
  async open({ dev, root, host, port }: Opening): Promise<void> {
    // Where Next sends what it passes on to itself. It would take the scheme from the proxy in front and speak TLS to this port.
    process.env['__NEXT_PRIVATE_ORIGIN'] = ownAddress(host, port)
    const { default: next } = await import('next')
    const app = next({ dev, dir: root, hostname: host, port, httpServer: this.http.server })
    await app.prepare()
    this.closeNext = () => app.close()
    const handle = app.getRequestHandler()
    const answer: RequestListener = (request, response) => {
      // Next's own is made for every answer, also for the servers that call the API and cannot read it.
      if (request.headers['accept-encoding'] !== undefined) compress(request, response, () => undefined)
      void handle(request, response)
    }
    // In development nothing is built before it is asked for.
    const packed = dev ? null : packedFiles(join(root, '.next', 'static'))
    this.ready(packed ? (request, response) => packed(request, response, () => void answer(request, response)) : answer)
  }

  /** No new requests, running ones to their end. */
  async close(patienceInMs: number): Promise<void> {
    await this.http.close(patienceInMs)
    await this.closeNext()
  }
}

/** Of every answer. Not in next.config.js: there they are found anew for each request, and fixed before APP_URL is known. */
function securityHeaders(appUrl: string): [name: string, value: string][] {
  return [
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    // Not no-referrer: browsers would then send `Origin: null` with plain forms, which we refuse.
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
    ...(appUrl.startsWith('https://') ? [['Strict-Transport-Security', 'max-age=31536000'] as [string, string]] : []),
  ]
}
