import type { Server } from 'node:http'
import type { AddressInfo, Server as TcpServer } from 'node:net'
import { afterEach } from 'vitest'

export type LocalServers = {
  /** Opens it on a free port of this machine. @returns its address, with a path */
  listen: (server: Server | TcpServer) => Promise<string>
  /** Breaks off whatever is still being said, which otherwise keeps a caller waiting who must end. */
  hangUp: () => void
}

/** Somebody else's servers for the calling test file, gone after each test. Call it once at the top level. */
export function useLocalServers(): LocalServers {
  const open: (Server | TcpServer)[] = []
  const hangUp = () => {
    for (const server of open) if ('closeAllConnections' in server) server.closeAllConnections()
  }
  afterEach(() => {
    for (const server of open) server.close()
    hangUp()
    open.length = 0
  })
  return {
    listen: async (server) => {
      open.push(server)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
    },
    hangUp,
  }
}
