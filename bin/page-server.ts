import type { RequestListener } from 'node:http'
import type { Socket } from 'node:net'
import type { Env } from '../lib/platform/env.ts'
import { sealOf, settleClientAddress } from './client-address.ts'
import { HttpServer } from './http-server.ts'
import { ownAddress } from './listen.ts'
import { isReadableAddress } from './readable-address.ts'

type Opening = { dev: boolean; root: string; host: string; port: number }

/** The pages on their port: of a server that is one process, or of one among several. */
export class PageServer {
  private readonly http: HttpServer
  private ready: (handler: RequestListener) => void = () => undefined
  private closeNext: () => Promise<void> = () => Promise.resolve()

  constructor({ TRUST_PROXY, APP_URL, APP_SECRET }: Pick<Env, 'TRUST_PROXY' | 'APP_URL' | 'APP_SECRET'>) {
    const trust = { proxies: TRUST_PROXY, seal: sealOf(APP_SECRET) }
    const handler = new Promise<RequestListener>((resolve) => (this.ready = resolve))
    this.http = new HttpServer((request, response) => {
      settleClientAddress(request, trust)
      if (!isReadableAddress(request.url)) return void response.writeHead(400).end()
      // Not in next.config.js: what stands there is fixed when the product is built, before APP_URL is known.
      if (APP_URL.startsWith('https://')) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
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
    this.ready((request, response) => void handle(request, response))
  }

  /** No new requests, running ones to their end. */
  async close(patienceInMs: number): Promise<void> {
    await this.http.close(patienceInMs)
    await this.closeNext()
  }
}
