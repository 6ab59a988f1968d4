import type { lookup as systemLookup, LookupAddress } from 'node:dns'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createTcpServer, type Socket } from 'node:net'
import { postOutgoing, type OutgoingAnswer } from '@/lib/platform/outgoing'
import { useLocalServers, type LocalServers } from './local-servers'

type Receivers = Pick<LocalServers, 'listen'> & {
  receiver: (answer: RequestListener) => Promise<string>
  /** One that need not speak HTTP: `talk` follows the first bytes that arrive. */
  rawReceiver: (talk: (socket: Socket) => void) => Promise<string>
}

/** Receivers for the calling test file, gone after each test. Call it once at the top level. */
export function useReceivers(): Receivers {
  const { listen } = useLocalServers()
  return {
    listen,
    receiver: (answer) => listen(createHttpServer(answer)),
    rawReceiver: (talk) =>
      listen(createTcpServer((socket) => {
        socket.on('error', () => undefined)
        socket.once('data', () => talk(socket))
      })),
  }
}

export const post = (url: string, options: { timeoutMs?: number; allowLoopback?: boolean; lookup?: typeof systemLookup } = {}): Promise<OutgoingAnswer> =>
  postOutgoing({ url, headers: { 'content-type': 'application/json' }, body: '{"a":"é"}', allowLoopback: true, ...options })


/** A resolver that gives these answers, one after the other, whatever it is asked. */
export function resolver(...answers: string[][]): { lookup: typeof systemLookup; asked: () => number } {
  let asked = 0
  const lookup = (_name: string, _options: unknown, callback: (error: null, found: LookupAddress[]) => void) => {
    const found = answers[Math.min(asked, answers.length - 1)] ?? []
    asked += 1
    callback(null, found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
  }
  return { lookup: lookup as unknown as typeof systemLookup, asked: () => asked }
}
