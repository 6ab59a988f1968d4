import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { newEndpointSecret, signatureHeaders, signatureKey } from './signature'

const BODY = '{"order_id":"INV-1","note":"é ✓"}'

describe('the headers of Standard Webhooks', () => {
  const [secret, previous] = [newEndpointSecret(), newEndpointSecret()]

  test('are verified by its own library, with either secret while both are live', () => {
    const headers = signatureHeaders({ id: 'msg_1', at: new Date(), body: BODY, secrets: [secret, previous] })
    expect(new Webhook(secret).verify(BODY, headers)).toEqual(JSON.parse(BODY))
    expect(new Webhook(previous).verify(BODY, headers)).toEqual(JSON.parse(BODY))
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2)
  })

  test('do not fit another secret, body, id or time', () => {
    const headers = signatureHeaders({ id: 'msg_1', at: new Date(), body: BODY, secrets: [secret] })
    const verify = (changes: object, body = BODY, by = secret) => () => new Webhook(by).verify(body, { ...headers, ...changes })
    expect(verify({})).not.toThrow()
    expect(verify({}, BODY, previous)).toThrow()
    expect(verify({}, `${BODY} `)).toThrow()
    expect(verify({ 'webhook-id': 'msg_2' })).toThrow()
    expect(verify({ 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) })).toThrow()
  })

  test('carry no signature where there is no secret', () => {
    expect(signatureHeaders({ id: 'msg_1', at: new Date(0), body: BODY, secrets: [] })).toEqual({ 'webhook-id': 'msg_1', 'webhook-timestamp': '0' })
  })

  test('a secret is 32 random bytes', () => {
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(secret).not.toBe(previous)
  })
})

describe("Midtrans' signature_key", () => {
  test("is theirs for their own example", () => {
    expect(signatureKey({ orderId: 'ORDER-sandbox-0001', statusCode: '200', grossAmount: '150000.00', serverKey: 'SB-Mid-server-test' })).toMatch(/^d65b4adf[0-9a-f]{116}72e4$/)
  })

  test('covers the amount as it is written', () => {
    const key = (grossAmount: string) => signatureKey({ orderId: 'A', statusCode: '200', grossAmount, serverKey: 'k' })
    expect(key('1000.00')).not.toBe(key('1000'))
  })
})
