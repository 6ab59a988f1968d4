import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { LocalServers } from './local-servers'

export type Received = { headers: IncomingHttpHeaders; body: string }
export type Answer = (response: ServerResponse, received: Received) => void
export type WebhookReceiver = { url: string; got: Received[]; answer: Answer }

export const ok: Answer = (response) => void response.writeHead(200, { 'x-seen': 'yes' }).end('ok')
export const status = (code: number, headers: Record<string, string> = {}): Answer => (response) => void response.writeHead(code, headers).end('no')

/** A real receiver that remembers what it got; its answer may be changed on the way. */
export async function openWebhookReceiver({ listen }: Pick<LocalServers, 'listen'>, answer: Answer = ok): Promise<WebhookReceiver> {
  const receiver: WebhookReceiver = { url: '', got: [], answer }
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const received = { headers: request.headers, body }
      receiver.got.push(received)
      receiver.answer(response, received)
    })
  })
  receiver.url = await listen(server)
  return receiver
}
