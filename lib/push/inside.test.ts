import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Browser } from '@/prisma/testing/push-service'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { deliver, mayBeCalled } from './deliver'

useTestDatabase()

/** A service on this machine that is nobody's business: counts who gets through to it. */
let inside: Server
let port = 0
let connections = 0

beforeAll(async () => {
  inside = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => inside.listen(0, resolve))
  port = (inside.address() as { port: number }).port
})
afterAll(() => void inside.close())
beforeEach(() => {
  connections = 0
})

const message = { title: 'Uang masuk', body: '', lang: 'id', tag: 'news-1', url: '/' } as const
const send = async (endpoint: string) => {
  const { p256dh, auth } = new Browser()
  return await deliver({ id: '1', endpoint, p256dh, auth, locale: 'id' }, message)
}

describe('an address that a browser names', () => {
  it.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '0.0.0.0'])('does not lead inside: https://%s', async (host) => {
    expect(await send(`https://${host}:${port}/`)).toBe('gone')
    expect(connections).toBe(0)
  })

  it.each(['http://127.0.0.1', 'http://localhost', 'http://push.example.com'])('is not called without encryption: %s', async (origin) => {
    expect(mayBeCalled(`${origin}:${port}/`)).toBe(false)
    expect(await send(`${origin}:${port}/`)).toBe('gone')
    expect(connections).toBe(0)
  })

  it.each(['10.0.0.1', '192.168.1.1', '172.16.0.1', '169.254.169.254', '100.64.0.1', '[fd00::1]', '[fe80::1]'])('does not lead into a private network: %s', async (host) => {
    expect(await send(`https://${host}/`)).toBe('gone')
  })
})
