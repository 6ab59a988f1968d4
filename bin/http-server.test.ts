import { Agent, type ClientRequest, get, type RequestListener, type ServerResponse } from 'node:http'
import { connect, createServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { HttpServer } from './http-server.ts'
import { until } from './testing/processes.ts'

describe('a server that is told to stop', () => {
  test('answers the requests that run, and takes no new ones', async () => {
    let finish: (() => void) | undefined
    const { http, port } = await listen((_, response) => void (finish = () => response.end('paid')))
    const answer = body(get({ port, host: '127.0.0.1', agent: new Agent({ keepAlive: true }) }))
    await arrived(() => finish !== undefined, http)
    const closed = http.close(5_000)
    await expect(body(get({ port, host: '127.0.0.1' }))).rejects.toThrow(/ECONNREFUSED/)
    finish?.()
    expect(await answer).toBe('paid')
    await closed
  })

  test('does not wait for connections on which nothing runs', async () => {
    const { http, port } = await listen((_, response) => void response.end('done'))
    const silent = connect(port, '127.0.0.1')
    await new Promise((resolve) => silent.once('connect', resolve))
    await body(get({ port, host: '127.0.0.1', agent: new Agent({ keepAlive: true }) }))
    const before = performance.now()
    await http.close(5_000)
    expect(performance.now() - before).toBeLessThan(1_000)
  })

  test('loses its patience with a request that never ends', async () => {
    let isRunning = false
    const { http, port } = await listen(() => void (isRunning = true))
    const answer = body(get({ port, host: '127.0.0.1' }))
    const lost = expect(answer).rejects.toThrow(/hang up|ECONNRESET/)
    await arrived(() => isRunning, http)
    await http.close(200)
    await lost
  })
})

test('a request whose handler has let go of the socket is counted as over', async () => {
  const failures: unknown[] = []
  const note = (error: unknown) => failures.push(error)
  process.on('uncaughtException', note)
  onTestFinished(() => void process.off('uncaughtException', note))
  const { http, port } = await listen((request, response) => {
    // As Next leaves a request whose body it refuses.
    Object.assign(request, { socket: null })
    response.end('too long')
  })
  await body(get({ port, host: '127.0.0.1', agent: new Agent({ keepAlive: true }) }))
  const before = performance.now()
  await http.close(5_000)
  expect(performance.now() - before).toBeLessThan(1_000)
  expect(failures).toEqual([])
})

describe('what is written of an answer', () => {
  test('in one turn is handed to the system at once', async () => {
    const { port, writes } = await countingWrites((response) => {
      response.flushHeaders()
      response.write('half')
      void Promise.resolve().then(() => response.end('whole'))
    })
    expect(await body(get({ port, host: '127.0.0.1' }))).toBe('halfwhole')
    expect(writes).toHaveLength(1)
  })

  test('early does not wait for what comes later', async () => {
    let early = 0
    const { port, writes } = await countingWrites((response) => {
      response.flushHeaders()
      response.write('half')
      setTimeout(() => {
        early = writes.length
        response.end('whole')
      }, 100)
    })
    expect(await body(get({ port, host: '127.0.0.1' }))).toBe('halfwhole')
    expect([early, writes.length]).toEqual([1, 2])
  })
})

describe('a server that is handed its connections', () => {
  test('waits for the requests that run on them before it has stopped', async () => {
    let finish: (() => void) | undefined
    const { http, port } = await fed((_, response) => void (finish = () => response.end('paid')))
    const answer = body(get({ port, host: '127.0.0.1', agent: new Agent({ keepAlive: true }) }))
    await until(() => finish !== undefined, () => 'the request')
    let isClosed = false
    const closed = http.close(5_000).then(() => (isClosed = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(isClosed).toBe(false)
    finish?.()
    expect(await answer).toBe('paid')
    await closed
  })

  test('cuts off who never finishes a request', async () => {
    const { port } = await fed((_, response) => void response.end(), { headersTimeout: 100, connectionsCheckingInterval: 50 })
    const slow = connect(port, '127.0.0.1', () => slow.write('GET / HTTP/1.1\r\n'))
    let text = ''
    slow.on('data', (chunk) => (text += String(chunk)))
    await new Promise((resolve) => slow.once('close', resolve))
    expect(text).toContain('408 Request Timeout')
  })
})

async function fed(handle: RequestListener, limits = {}): Promise<{ http: HttpServer; port: number }> {
  const http = new HttpServer(handle, limits)
  const door = createServer((socket) => http.take(socket))
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => http.close(0))
  onTestFinished(() => void door.close())
  const address = door.address()
  return { http, port: typeof address === 'object' && address ? address.port : 0 }
}

/** A server and what it handed to the system: the names of the calls. */
async function countingWrites(answer: (response: ServerResponse) => void): Promise<{ port: number; writes: string[] }> {
  const writes: string[] = []
  const { port } = await listen((request, response) => {
    const { _handle: handle } = request.socket as unknown as { _handle: Record<string, (...rest: unknown[]) => unknown> }
    for (const name of ['writev', 'writeBuffer', 'writeUtf8String', 'writeLatin1String', 'writeAsciiString']) {
      const call = handle[name]?.bind(handle)
      handle[name] = (...rest) => {
        writes.push(name)
        return call?.(...rest)
      }
    }
    answer(response)
  })
  return { port, writes }
}

async function listen(handle: RequestListener): Promise<{ http: HttpServer; port: number }> {
  const http = new HttpServer(handle)
  const port = await http.listen('127.0.0.1', 0)
  onTestFinished(() => http.close(0))
  return { http, port }
}

async function arrived(condition: () => boolean, http: HttpServer): Promise<void> {
  while (!condition() && http.server.listening) await new Promise((resolve) => setTimeout(resolve, 5))
}

async function body(request: ClientRequest): Promise<string> {
  return await new Promise((resolve, reject) => {
    request.once('error', reject)
    request.once('response', (response) => {
      let text = ''
      response.on('data', (chunk) => (text += String(chunk)))
      response.once('end', () => resolve(text))
    })
  })
}
