import { IncomingMessage, type IncomingHttpHeaders } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { sealOf, settleClientAddress } from './client-address.ts'

const seal = sealOf('a-secret-of-at-least-thirty-two-characters')

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
    settleClientAddress(request, { proxies, seal })
    expect(request.headers['x-forwarded-for']).toBe(expected)
  })

  test('comes without any other forwarded header unless a proxy is trusted', () => {
    const claimed = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'for=1.1.1.1', 'x-real-ip': '1.1.1.1' }
    const direct = requestWith(claimed)
    settleClientAddress(direct, { proxies: 0, seal })
    expect(direct.headers).toEqual({ 'x-forwarded-for': '203.0.113.9' })
    const proxied = requestWith(claimed)
    settleClientAddress(proxied, { proxies: 1, seal })
    expect(proxied.headers).toMatchObject({ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' })
  })

  test.each([0, 1])('stays what it was when Next passes an action on to itself (%i proxies)', (proxies) => {
    const first = requestWith({ 'next-action': 'a1', 'x-forwarded-for': '198.51.100.7' })
    settleClientAddress(first, { proxies, seal })
    const passedOn = { ...first.headers, 'x-forwarded-host': 'pay.example.com', 'x-forwarded-proto': 'https' }
    const second = requestWith(passedOn)
    settleClientAddress(second, { proxies, seal })
    expect(second.headers).toEqual(passedOn)
  })

  test.each(['', 'x', sealOf('somebody else’s secret, as long as ours is').toString()])('is not settled by the seal %j', (forged) => {
    const request = requestWith({ 'x-settled-by': forged, 'x-forwarded-for': '1.1.1.1', 'x-forwarded-host': 'evil.example' })
    settleClientAddress(request, { proxies: 0, seal })
    expect(request.headers).toEqual({ 'x-forwarded-for': '203.0.113.9' })
  })
})

function requestWith(headers: IncomingHttpHeaders): IncomingMessage {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: '::ffff:203.0.113.9' })
  const request = new IncomingMessage(socket)
  Object.assign(request.headers, headers)
  return request
}
