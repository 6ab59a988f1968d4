import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net'
import type { lookup as systemLookup, LookupAddress } from 'node:dns'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { postOutgoing, type OutgoingAnswer } from './outgoing'
import { isRefusedAddress } from './outgoing-address'

const open: (Server | TcpServer)[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  }
})

async function listen<Kind extends Server | TcpServer>(server: Kind): Promise<string> {
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
}
const receiver = (answer: RequestListener) => listen(createHttpServer(answer))
const rawReceiver = (talk: (socket: Socket) => void) =>
  listen(createTcpServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => talk(socket))
  }))

const post = (url: string, options: { timeoutMs?: number; allowLoopback?: boolean; lookup?: typeof systemLookup } = {}): Promise<OutgoingAnswer> =>
  postOutgoing({ url, headers: { 'content-type': 'application/json' }, body: '{"a":"é"}', allowLoopback: true, ...options })

/** A resolver that gives these answers, one after the other, whatever it is asked. */
function resolver(...answers: string[][]): { lookup: typeof systemLookup; asked: () => number } {
  let asked = 0
  const lookup = (_name: string, _options: unknown, callback: (error: null, found: LookupAddress[]) => void) => {
    const found = answers[Math.min(asked, answers.length - 1)] ?? []
    asked += 1
    callback(null, found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
  }
  return { lookup: lookup as unknown as typeof systemLookup, asked: () => asked }
}

describe('addresses of the inside', () => {
  const INSIDE = [
    '0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.8.8.8', '169.254.169.254', '172.16.0.1', '172.31.255.255',
    '192.0.0.8', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.255', '240.0.0.1',
    '255.255.255.255', '168.63.129.16', '::', '::1', '::7f00:1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:a9fe:a9fe', '64:ff9b::7f00:1',
    '64:ff9b::8.8.8.8', '64:ff9b:1::1', '100::1', '2001::1', '2001:2::1', '2001:10::1', '2001:20::1', '2001:db8::1', '2002:7f00:1::', '2002:a9fe:a9fe::1',
    '3fff::1', '5f00::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', 'not an address', '',
  ]
  test.each(INSIDE)('%s is refused', (address) => {
    expect(isRefusedAddress(address, { allowLoopback: false })).toBe(true)
  })

  test.each(['8.8.8.8', '1.1.1.1', '100.63.255.255', '100.128.0.1', '172.32.0.1', '169.253.1.1', '168.63.129.17', '2606:4700::1111', '2a00:1450:4001::200e'])('%s is not', (address) => {
    expect(isRefusedAddress(address, { allowLoopback: false })).toBe(false)
  })

  test('allowing loopback allows this machine and nothing else', () => {
    const allowed = INSIDE.filter((address) => !isRefusedAddress(address, { allowLoopback: true }))
    expect(allowed).toEqual(['127.0.0.1', '::1'])
  })

  test.each([
    'http://127.0.0.1', 'http://127.1', 'http://2130706433', 'http://0x7f000001', 'http://0x7f.1', 'http://0177.0.0.1', 'http://017700000001', 'http://0',
    'http://127.0.0.1.', 'http://①②⑦.⓪.⓪.①', 'http://[::1]', 'http://[::]', 'http://[0:0:0:0:0:ffff:127.0.0.1]', 'http://[::ffff:7f00:1]', 'http://[::127.0.0.1]',
    'http://[64:ff9b::127.0.0.1]', 'http://[2002:7f00:1::]', 'http://[fe80::1]', 'http://[fd00:ec2::254]', 'http://169.254.169.254/latest/meta-data', 'http://2852039166',
    'http://168.63.129.16', 'http://100.100.100.200', 'http://10.1.2.3', 'http://192.168.0.1', 'http://0.0.0.0', 'https://127.0.0.1', 'https://[::1]',
  ])('nothing is sent to %s', async (url) => {
    expect(await post(url, { allowLoopback: false })).toEqual({ statusCode: null, headers: null, body: null, error: 'refusedAddress' })
  })

  test('a name is judged by where it leads, and by all of its addresses', async () => {
    let reached = 0
    const port = new URL(await receiver((_, response) => void (reached += 1, response.end()))).port
    for (const addresses of [['127.0.0.1'], ['::1'], ['8.8.8.8', '127.0.0.1'], ['169.254.169.254'], ['168.63.129.16'], ['::ffff:127.0.0.1'], ['::127.0.0.1'], ['64:ff9b::a00:1']]) {
      const { lookup } = resolver(addresses)
      expect((await post(`http://hooks.example:${port}/`, { allowLoopback: false, lookup })).error, addresses.join()).toBe('refusedAddress')
      expect((await post(`https://hooks.example:${port}/`, { allowLoopback: false, lookup })).error, addresses.join()).toBe('refusedAddress')
    }
    expect((await post(`http://localhost:${port}/`, { allowLoopback: false })).error).toBe('refusedAddress')
    expect(reached).toBe(0)
  })

  test('the answer that is checked is the one that is connected to: a second answer is never asked for', async () => {
    let reached = 0
    const port = new URL(await receiver((_, response) => void (reached += 1, response.end()))).port
    const rebinding = resolver(['127.0.0.1'], ['10.0.0.1'])
    expect((await post(`http://rebind.example:${port}/`, { lookup: rebinding.lookup })).statusCode).toBe(200)
    expect([reached, rebinding.asked()]).toEqual([1, 1])
    expect((await post(`http://rebind.example:${port}/`, { lookup: rebinding.lookup })).error).toBe('refusedAddress')
  })

  test.each(['ftp://example.com', 'file:///etc/passwd', 'http://user:pass@example.com', 'no url', 'javascript:alert(1)'])('%s is not posted to', async (url) => {
    expect((await post(url)).error).toBe('redirect')
  })
})

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
