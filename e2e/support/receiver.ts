import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type Received = { headers: IncomingHttpHeaders; body: string }

export type Receiver = {
  url: string
  /** Everything that arrived, oldest first. */
  received: Received[]
  /** What it answers from now on. */
  answer(status: number, body?: string): void
  close(): Promise<void>
}

/** Somebody's website, listening for webhooks on this machine. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  let [status, answer] = [200, 'noted']
  const server: Server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body })
      response.writeHead(status, { 'content-type': 'text/plain' }).end(answer)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (nextStatus, body = 'noted') => {
      ;[status, answer] = [nextStatus, body]
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
