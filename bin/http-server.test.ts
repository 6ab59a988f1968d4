import { Agent, type ClientRequest, get, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
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
  const failures = uncaught()
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

describe('an exchange that is over', () => {
  test('is listened to by nobody, once everybody was told', async () => {
    const told: string[] = []
    let over: Exchange | undefined
    const { port } = await listen((request, response) => {
      over = { request, response }
      request.on('close', () => told.push('request closed')).resume()
      response.on('finish', () => told.push('answer finished')).on('close', () => told.push('answer closed'))
      response.end('done')
    })
    await body(get({ port, host: '127.0.0.1' }))
    await until(() => over?.response.listenerCount('close') === 0 && over.request.listenerCount('close') === 0, () => 'nobody listens')
    expect(told.toSorted()).toEqual(['answer closed', 'answer finished', 'request closed'])
    expect(over?.response.eventNames()).toEqual(['error'])
    expect(over?.request.eventNames()).toEqual(['error'])
  })

  test('survives an error that comes late', async () => {
    const failures = uncaught()
    let over: Exchange | undefined
    const { port } = await listen((request, response) => {
      over = { request, response }
      response.end('done')
    })
    await body(get({ port, host: '127.0.0.1' }))
    await until(() => over?.response.listenerCount('close') === 0, () => 'nobody listens')
    over?.response.write('too late')
    over?.response.emit('error', new Error('late'))
    over?.request.emit('error', new Error('late'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(failures).toEqual([])
  })

  test('tells who waits for the rest of a body that was answered early', async () => {
    let isTold = false
    const { port } = await listen((request, response) => {
      request.on('close', () => (isTold = true))
      response.end('refused')
    })
    const socket = connect(port, '127.0.0.1', () => socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\n\r\nhalf'))
    await new Promise((resolve) => socket.once('data', resolve))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(isTold).toBe(false)
    socket.write('half')
    await until(() => isTold, () => 'the end of the request')
    socket.destroy()
  })
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

type Exchange = { request: IncomingMessage; response: ServerResponse }

/** Errors that nobody caught from here on, which would end the server. */
function uncaught(): unknown[] {
  const failures: unknown[] = []
  const note = (error: unknown) => failures.push(error)
  process.on('uncaughtException', note)
  onTestFinished(() => void process.off('uncaughtException', note))
  return failures
}

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
