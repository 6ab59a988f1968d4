import type { Server } from 'node:net'
import { errorCode, StartError } from '../lib/platform/start-error.ts'

/** Takes the port at once, so that a second start fails before it has touched anything. Returns the port. */
export async function listenOn(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explainListen(error, host, port)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

/** Where a server that listens on `host` reaches itself: listening everywhere is no address to call. */
export function ownAddress(host: string, port: number): string {
  const reached = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`
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
