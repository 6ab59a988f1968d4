import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { serve } from '@/lib/api/serve'
import { endRegistered } from '@/lib/platform/on-shutdown'
import { makeNote, readNote } from './note-endpoint.ts'

/** A process of its own that serves the two operations of `note-endpoint.ts`: for tests that kill it, and for those that need two. */
const [post, get] = [serve(makeNote), serve(readNote)]

const server = createServer((incoming, outgoing) => {
  const { method = 'GET', url = '/', headers } = incoming
  const body = method === 'GET' ? null : (Readable.toWeb(incoming) as ReadableStream)
  const request = new Request(`http://localhost${url}`, { method, headers: headers as Record<string, string>, body, duplex: 'half' } as RequestInit)
  void (method === 'GET' ? get : post)(request, { params: Promise.resolve({}) })
    .then(async (response) => outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text()))
    .catch(() => outgoing.writeHead(500).end())
})
server.listen(0, '127.0.0.1', () => console.log(`listening on ${(server.address() as AddressInfo).port} `))
process.on('SIGTERM', () => void endRegistered(5_000).then(() => process.exit(0)))
