import { createServer, type ServerResponse } from 'node:http'

export type Arrival = { orderId: string; webhookId: string; at: number }

export type Receiver = {
  url: string
  /** Every paid order that was told, as often as it was. */
  arrivals: Arrival[]
  /** Does something other than answering 200 when this order's news comes for the first time. */
  meet(orderId: string, act: (response: ServerResponse) => void): void
  close(): Promise<void>
}

/** A shop's server: takes webhooks on loopback over real HTTP. */
export async function startReceiver(): Promise<Receiver> {
  const arrivals: Arrival[] = []
  const meetings = new Map<string, (response: ServerResponse) => void>()
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
    request.on('error', () => undefined)
    request.on('end', () => {
      const { transaction_id: orderId, transaction_status: status } = JSON.parse(body) as { transaction_id: string; transaction_status: string }
      if (status === 'settlement') arrivals.push({ orderId, webhookId: String(request.headers['webhook-id']), at: Date.now() })
      const act = meetings.get(orderId)
      meetings.delete(orderId)
      if (act) act(response)
      else response.writeHead(200).end('OK')
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/news`,
    arrivals,
    meet: (orderId, act) => void meetings.set(orderId, act),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
