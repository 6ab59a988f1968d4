import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { settleClientAddress } from './client-address.ts'

describe('the address of a customer', () => {
  test.each([
    ['is that of the connection, whatever the client claims', 0, '1.1.1.1', '203.0.113.9'],
    ['is what the one trusted proxy saw', 1, '198.51.100.7', '198.51.100.7'],
    ['is not what a client told that proxy', 1, '1.1.1.1, 198.51.100.7', '198.51.100.7'],
    ['is one further back behind two proxies', 2, '1.1.1.1, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['is the first known when there are fewer proxies than said', 3, '198.51.100.7', '198.51.100.7'],
    ['is that of the connection when the proxy says nothing', 1, '', '203.0.113.9'],
  ])('%s', (_, proxies, claimed, expected) => {
    const request = requestWith({ 'x-forwarded-for': claimed })
    settleClientAddress(request, proxies)
    expect(request.headers['x-forwarded-for']).toBe(expected)
  })

  test('comes without any other forwarded header unless a proxy is trusted', () => {
    const claimed = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'for=1.1.1.1', 'x-real-ip': '1.1.1.1' }
    const direct = requestWith(claimed)
    settleClientAddress(direct, 0)
    expect(direct.headers).toEqual({ 'x-forwarded-for': '203.0.113.9' })
    const proxied = requestWith(claimed)
    settleClientAddress(proxied, 1)
    expect(proxied.headers).toMatchObject({ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' })
  })
})

function requestWith(headers: Record<string, string>): IncomingMessage {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: '::ffff:203.0.113.9' })
  const request = new IncomingMessage(socket)
  Object.assign(request.headers, headers)
  return request
}
