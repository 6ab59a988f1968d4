import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { errorCode, StartError } from '../lib/platform/start-error.ts'

/** An HTTP server that can be told to finish: no new work, running requests to their end, idle connections closed at once. */
export class HttpServer {
  readonly server: Server
  private readonly running = new Map<Socket, number>()
  private closing = false

  constructor(handle: RequestListener) {
    // A proxy in front keeps connections for 60 seconds; closing first would make it send into a closed one.
    this.server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 120_000 })
    this.server.on('connection', (socket) => {
      this.running.set(socket, 0)
      socket.once('close', () => this.running.delete(socket))
    })
    this.server.on('request', (request, response) => {
      // Kept: Next takes it off a request whose body it refuses.
      const { socket } = request
      this.count(socket, 1)
      response.once('close', () => this.count(socket, -1))
      if (this.closing) response.setHeader('Connection', 'close')
      handle(request, response)
    })
  }

  /** Takes the port at once, so that a second start fails before it has touched anything. Returns the port. */
  async listen(host: string, port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (error) => reject(explainListen(error, host, port)))
      this.server.listen(port, host, resolve)
    })
    const address = this.server.address()
    return typeof address === 'object' && address !== null ? address.port : port
  }

  async close(patienceInMs: number): Promise<void> {
    this.closing = true
    const closed = new Promise((resolve) => this.server.close(resolve))
    for (const [socket, count] of this.running) if (count === 0) socket.destroy()
    const impatient = setTimeout(() => this.cut(), patienceInMs)
    await closed
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

function explainListen(error: Error, host: string, port: number): Error {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} is in use by another program: stop that one, or choose another port with PORT.`)
    case 'EACCES':
      return new StartError(`Port ${port} needs more rights than this user has: choose one above 1023 with PORT.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(`HOST is "${host}", which is not an address of this machine: use 127.0.0.1 or 0.0.0.0.`)
    default:
      return error
  }
}
