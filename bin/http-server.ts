import type { EventEmitter } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { listenOn } from './listen.ts'

const LIMITS = {
  // A proxy in front keeps connections for 60 seconds; closing first would make it send into a closed one.
  keepAliveTimeout: 65_000,
  headersTimeout: 20_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 30_000,
}

/** An HTTP server that can be told to finish: no new work, running requests to their end, idle connections closed at once. */
export class HttpServer {
  readonly server: Server
  private readonly running = new Map<Socket, number>()
  private closing = false
  private isFed = false
  private emptied: () => void = () => undefined

  constructor(handle: RequestListener, limits: Partial<typeof LIMITS> = {}) {
    this.server = createServer({ ...LIMITS, ...limits })
    this.server.on('connection', (socket) => {
      this.running.set(socket, 0)
      socket.once('close', () => {
        this.running.delete(socket)
        if (this.running.size === 0) this.emptied()
      })
    })
    this.server.on('request', (request, response) => {
      // Kept: Next takes it off a request whose body it refuses.
      const { socket } = request
      this.count(socket, 1)
      response.once('close', () => {
        this.count(socket, -1)
        // After those who also wait for the end of this answer.
        setImmediate(letGo, request, response)
      })
      if (this.closing) response.setHeader('Connection', 'close')
      sendTogether(response)
      handle(request, response)
    })
  }

  /** Returns the port. */
  async listen(host: string, port: number): Promise<number> {
    return await listenOn(this.server, host, port)
  }

  /** Serves a connection that somebody else accepted. */
  take(socket: Socket): void {
    if (!this.server.listening && !this.isFed) {
      this.isFed = true
      // What else starts the clock that cuts off clients who never finish a request.
      this.server.emit('listening')
    }
    this.server.emit('connection', socket)
  }

  async close(patienceInMs: number): Promise<void> {
    this.closing = true
    const closed = new Promise((resolve) => this.server.close(resolve))
    for (const [socket, count] of this.running) if (count === 0) socket.destroy()
    const impatient = setTimeout(() => this.cut(), patienceInMs)
    await closed
    // Node counts only the connections that it accepted itself.
    if (this.running.size > 0) await new Promise<void>((resolve) => (this.emptied = resolve))
    clearTimeout(impatient)
  }

  cut(): void {
    for (const socket of this.running.keys()) socket.destroy()
  }

  private count(socket: Socket, change: number): void {
    const now = (this.running.get(socket) ?? 0) + change
    if (!socket.destroyed) this.running.set(socket, now)
    if (this.closing && now === 0) socket.end()
  }
}

/**
 * Takes off a finished exchange what still listens to it, and with that all that was made for it. V8 puts a function that is written
 * as it is assigned to a property (`response.end = function …`, as Next and what it compresses with do) among its old objects at once,
 * where it stays until the next full collection; through the listeners it held a tenth of everything that a request had made, and each
 * small collection had to carry that on (docs/decisions/round-trips.md).
 */
function letGo(request: IncomingMessage, response: ServerResponse): void {
  silence(response)
  // A body that nobody read ends later, and who waits for that is told.
  if (request.closed) silence(request)
  else request.once('close', () => setImmediate(silence, request))
}

function silence(emitter: EventEmitter): void {
  emitter.removeAllListeners()
  // Without anybody to hear it, an error would end the process.
  emitter.on('error', ignore)
}

const ignore = () => undefined

/**
 * Next sends the headers of an answer, its body and its end one by one, each a call of the system and often a packet. What comes in the
 * same turn of the event loop leaves together; a page that is written in parts waits for none of the later ones.
 */
function sendTogether(response: ServerResponse): void {
  const flush = response.flushHeaders.bind(response)
  const flushTogether = () => {
    const { socket } = response
    if (socket && !response.headersSent) {
      socket.cork()
      setImmediate(() => socket.uncork())
    }
    flush()
  }
  // By its name: see letGo.
  response.flushHeaders = flushTogether
}
