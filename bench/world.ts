import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { SERVE_ARGS } from '../bin/serve-args.mjs'
import { startServer, type Server } from './processes'

export type World = {
  product: Server
  next: Server
  node: Server
  /** The middle one of three starts, in milliseconds. */
  coldStartMs: number
  stop(): Promise<void>
}

export const PORTS = { product: 4310, next: 4311, node: 4312, pages: 4314 }

// The API counts every call, but turns nobody away here.
const environment = (databaseUrl: string) => ({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn', HOST: '127.0.0.1', API_REQUESTS_PER_MINUTE: '9999999' })

/** The product's production build, in as many processes as it takes by itself. */
export async function startProductAlone(databaseUrl: string, port: number = PORTS.product): Promise<Server> {
  const env = { ...environment(databaseUrl), APP_URL: `http://127.0.0.1:${port}` }
  return await startServer(SERVE_ARGS, { port, path: '/api/health', env })
}

/** The product and the two bare servers on one database. */
export async function startWorld({ databaseUrl, pathOfBare }: { databaseUrl: string; pathOfBare: string }): Promise<World> {
  process.stdout.write('Building the bare Next app…\n')
  const bare = join(import.meta.dirname, 'bare-next')
  const nextBin = join(import.meta.dirname, '..', 'node_modules', 'next', 'dist', 'bin', 'next')
  const built = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  execFileSync(process.execPath, [nextBin, 'build', bare], { env: built, stdio: ['ignore', 'ignore', 'inherit'] })

  const env = environment(databaseUrl)
  const started: Server[] = []
  const start = async (args: string[], port: number, path: string) => {
    const server = await startServer(args, { port, path, env })
    started.push(server)
    return server
  }
  const stop = async () => {
    for (const server of started.splice(0)) await server.stop()
  }
  const startProduct = async () => {
    const server = await startProductAlone(databaseUrl)
    started.push(server)
    return server
  }
  try {
    const coldStarts: number[] = []
    for (let warm = 0; warm < 2; warm++) {
      coldStarts.push((await startProduct()).coldStartMs)
      await stop()
    }
    const product = await startProduct()
    coldStarts.push(product.coldStartMs)
    const next = await start([nextBin, 'start', bare, '--port', String(PORTS.next), '--hostname', '127.0.0.1'], PORTS.next, pathOfBare)
    const node = await start(['--import', 'tsx', join(import.meta.dirname, 'bare-node.ts')], PORTS.node, pathOfBare)
    return { product, next, node, coldStartMs: coldStarts.toSorted((a, b) => a - b)[1] ?? NaN, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
