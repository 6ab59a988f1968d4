import type { ChildProcess } from 'node:child_process'
import { createServer, type Server, type Socket } from 'node:net'
import { listenOn } from './listen.ts'

/** Beyond these, who comes while nobody serves is turned away rather than kept. */
const MOST_WAITING = 1_000

/**
 * Holds the port for as long as the server lives, and hands each connection to one of the processes that
 * serve: to who has been free longest, the next one when it has said "taken". So nobody waits behind a
 * process that hangs or starts, and while nobody serves at all, customers wait at the door.
 *
 * Not node:cluster: what it was handing over when a process died stays open without anybody to answer,
 * and it lets go of the port when the last process dies.
 */
export class Doorman {
  private readonly door: Server
  private readonly waiting: Socket[] = []
  /** In the order in which they became free. */
  private readonly free = new Set<ChildProcess>()
  private readonly handing = new Map<ChildProcess, Socket>()

  constructor() {
    // Nothing may be read here: it would be missing there.
    this.door = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => {
      socket.on('error', () => undefined)
      if (this.waiting.length >= MOST_WAITING) return void socket.destroy()
      this.waiting.push(socket)
      this.handOut()
    })
  }

  /** Returns the port. */
  async listen(host: string, port: number): Promise<number> {
    return await listenOn(this.door, host, port)
  }

  /** From now on this process gets customers, until its end. */
  admit(child: ChildProcess): void {
    child.on('message', (message) => {
      if (message !== 'taken') return
      this.letGo(child)?.destroy()
      this.free.add(child)
      this.handOut()
    })
    // Told when it has ended and its last words were read. Its exit may come before those; and 'disconnect' does not
    // come at all when it died with a connection on its way.
    child.once('close', () => {
      this.free.delete(child)
      // It died before it had read anything, so another one can still answer.
      const socket = this.letGo(child)
      if (socket !== undefined) this.waiting.unshift(socket)
      this.handOut()
    })
    this.free.add(child)
    this.handOut()
  }

  /** No more customers. Who waits is turned away. */
  close(): void {
    this.door.close()
    for (const socket of this.waiting.splice(0)) socket.destroy()
  }

  private handOut(): void {
    for (const child of this.free) {
      const socket = this.waiting.shift()
      if (socket === undefined) return
      this.free.delete(child)
      this.handing.set(child, socket)
      // Kept open here until it is taken. What cannot be sent comes back when the process has ended.
      child.send('customer', socket, { keepOpen: true }, () => undefined)
    }
  }

  private letGo(child: ChildProcess): Socket | undefined {
    const socket = this.handing.get(child)
    this.handing.delete(child)
    return socket
  }
}
