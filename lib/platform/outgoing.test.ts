import type { lookup as systemLookup } from 'node:dns'
import { createServer as createTcpServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { post, resolver, useReceivers } from '@/prisma/testing/outgoing-calls'

const { listen, receiver, rawReceiver } = useReceivers()

describe('what comes back', () => {
  test('status, headers and body of an ordinary answer; the request arrives as it was given', async () => {
    const seen: unknown[] = []
    const url = await receiver((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += String(chunk))).on('end', () => {
        seen.push(request.method, request.headers['content-type'], request.headers['content-length'], request.headers['accept-encoding'], body)
        response.writeHead(201, { 'x-answer': 'yes' }).end('terima kasih ✓')
      })
    })
    expect(await post(url)).toMatchObject({ statusCode: 201, body: 'terima kasih ✓', error: null, headers: { 'x-answer': 'yes' } })
    expect(seen).toEqual(['POST', 'application/json', '10', 'identity', '{"a":"é"}'])
  })

  test.each([301, 302, 303])('%s is not followed', async (status) => {
    let reached = 0
    const elsewhere = await receiver((_, response) => void (reached += 1, response.end()))
    const url = await receiver((_, response) => void response.writeHead(status, { location: elsewhere }).end())
    expect(await post(url)).toMatchObject({ statusCode: status, error: 'redirect' })
    expect(reached).toBe(0)
  })

  test.each([307, 308])('%s is followed with the same body, five times at most', async (status) => {
    const bodies: string[] = []
    const url = await receiver((request, response) => {
      const hop = Number(new URL(request.url ?? '', 'http://x').searchParams.get('hop') ?? 0)
      const last = Number(new URL(request.url ?? '', 'http://x').searchParams.get('last') ?? 5)
      let body = ''
      request.on('data', (chunk) => (body += String(chunk))).on('end', () => {
        bodies.push(`${request.method} ${body}`)
        if (hop === last) response.end('done')
        else response.writeHead(status, { location: `/hook?hop=${hop + 1}&last=${last}` }).end()
      })
    })
    expect(await post(`${url}?last=5`)).toMatchObject({ statusCode: 200, body: 'done', error: null })
    expect(bodies).toEqual(Array.from({ length: 6 }, () => 'POST {"a":"é"}'))
    expect(await post(`${url}?last=6`)).toMatchObject({ statusCode: status, error: 'redirect' })
  })

  test.each(['http://169.254.169.254/latest/meta-data', 'http://[::ffff:127.0.0.1]/', 'http://10.0.0.1/'])('a redirect to %s goes nowhere', async (location) => {
    const url = await receiver((_, response) => void response.writeHead(307, { location }).end())
    expect((await post(url)).error).toBe('refusedAddress')
  })

  test('a redirect from a public name to localhost goes nowhere', async () => {
    let reached = 0
    const inside = await receiver((_, response) => void (reached += 1, response.end()))
    const url = await receiver((_, response) => void response.writeHead(308, { location: `http://inside.example:${new URL(inside).port}/` }).end())
    const { lookup } = resolver(['127.0.0.2'])
    expect((await post(url, { lookup })).error).toBe('refusedAddress')
    expect(reached).toBe(0)
  })

  test('a redirect without a place, or to another scheme, is an error', async () => {
    for (const headers of [{}, { location: 'file:///etc/passwd' }, { location: 'http://a:b@127.0.0.1/' }]) {
      const url = await receiver((_, response) => void response.writeHead(307, headers).end())
      expect(await post(url)).toMatchObject({ statusCode: 307, error: 'redirect' })
    }
  })

  test('text is kept as PostgreSQL can keep it: no NUL, no broken character, 4 KiB', async () => {
    const url = await receiver((_, response) => void response.end(Buffer.concat([Buffer.from('a\0b\xff'), Buffer.from('é'.repeat(4_000))])))
    const { body } = await post(url)
    expect(body).toMatch(/^ab/)
    expect(body).not.toContain('\0')
    expect(body?.endsWith('é')).toBe(true)
    expect(Buffer.byteLength(body ?? '')).toBeLessThanOrEqual(4_096)
  })

  test('few headers and short ones are kept of very many', async () => {
    const url = await receiver((_, response) => {
      for (let at = 0; at < 100; at += 1) response.setHeader(`x-${at}`, 'v'.repeat(80))
      response.setHeader('a-long', 'w'.repeat(2_000))
      response.end()
    })
    const { headers } = await post(url)
    expect(Object.keys(headers ?? {})).toHaveLength(40)
    expect(Math.max(...Object.values(headers ?? {}).map(({ length }) => length))).toBeLessThanOrEqual(500)
  })
})

describe('hostile receivers', () => {
  test('one that never answers is given up when the time is over', async () => {
    const url = await receiver(() => undefined)
    const began = Date.now()
    expect(await post(url, { timeoutMs: 300 })).toEqual({ statusCode: null, headers: null, body: null, error: 'timeout' })
    expect(Date.now() - began).toBeLessThan(5_000)
  })

  test('one that drips its answer, or its headers, does not stretch the time', async () => {
    const drip = await receiver((_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
    })
    const began = Date.now()
    expect(await post(drip, { timeoutMs: 400 })).toMatchObject({ statusCode: 200, error: 'timeout' })
    const headers = await rawReceiver((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('x: y\r\n'), 20)
      socket.on('close', () => clearInterval(timer))
    })
    expect(await post(headers, { timeoutMs: 400 })).toMatchObject({ statusCode: null, error: 'timeout' })
    expect(Date.now() - began).toBeLessThan(5_000)
  })

  test('redirects share one time', async () => {
    const url = await receiver((_, response) => void setTimeout(() => response.writeHead(307, { location: '/hook' }).end(), 150))
    expect((await post(url, { timeoutMs: 400 })).error).toBe('timeout')
  })

  test('of a body of 1 GB little is read, and memory stays flat', async () => {
    const GIGABYTE = 1_024 ** 3
    const piece = Buffer.alloc(256 * 1_024, 'x')
    let written = 0
    let closed: () => void = () => undefined
    const url = await receiver((_, response) => {
      response.writeHead(200, { 'content-length': GIGABYTE })
      const more = () => {
        while (!response.destroyed && written < GIGABYTE) {
          written += piece.length
          if (!response.write(piece)) return
        }
      }
      response.on('drain', more).on('close', () => closed())
      more()
    })
    const memory = process.memoryUsage().rss
    for (let round = 0; round < 5; round += 1) {
      written = 0
      const gone = new Promise<void>((resolve) => (closed = resolve))
      const answer = await post(url)
      await gone
      expect(answer).toMatchObject({ statusCode: 200, error: 'tooLarge' })
      expect(answer.body).toHaveLength(4_096)
      // What lies in the sockets' buffers on the way; the rest was never written.
      expect(written).toBeLessThan(32 * 1_024 ** 2)
    }
    expect(process.memoryUsage().rss - memory).toBeLessThan(100 * 1_024 ** 2)
  })

  test('a gzip bomb stays packed', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1_024 ** 2))
    const url = await receiver((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb.subarray(0, 40_000)))
    const answer = await post(url)
    expect(answer).toMatchObject({ statusCode: 200, error: null, headers: { 'content-encoding': 'gzip' } })
    expect(answer.body?.length).toBeLessThanOrEqual(4_096)
  })

  test('resets, closed ports, nonsense and half answers are told apart', async () => {
    const reset = await rawReceiver((socket) => socket.resetAndDestroy())
    expect(await post(reset)).toMatchObject({ statusCode: null, error: 'connection' })
    const half = await rawReceiver((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'))
    expect(await post(half)).toMatchObject({ statusCode: 200, body: 'half', error: 'connection' })
    const nonsense = await rawReceiver((socket) => socket.end('220 mail.example ESMTP\r\n'))
    expect(await post(nonsense)).toMatchObject({ statusCode: null, error: 'unreadable' })
    const headers = await rawReceiver((socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`))
    expect(await post(headers)).toMatchObject({ statusCode: null, error: 'unreadable' })
    const upgrade = await rawReceiver((socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'))
    expect(await post(upgrade, { timeoutMs: 2_000 })).toMatchObject({ statusCode: null, error: 'connection' })
    const plain = (await receiver((_, response) => void response.end())).replace('http:', 'https:')
    expect(await post(plain)).toMatchObject({ statusCode: null, error: 'tls' })
    const closed = createTcpServer()
    const gone = await listen(closed)
    await new Promise((resolve) => closed.close(resolve))
    expect(await post(gone)).toMatchObject({ statusCode: null, error: 'connection' })
    const failing = ((_name: string, _options: unknown, callback: (error: Error) => void) =>
      callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }))) as unknown as typeof systemLookup
    expect(await post('http://nowhere.example/', { lookup: failing })).toMatchObject({ statusCode: null, error: 'dns' })
  })
})
