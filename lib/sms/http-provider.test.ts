import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text as textOf } from 'node:stream/consumers'
import { describe, expect, test, vi } from 'vitest'
import { useLocalServers } from '@/prisma/testing/local-servers'
import { httpProvider } from './http-provider'
import { outboxProvider } from './outbox-provider'
import { describeSmsProvider } from './provider-contract.test-suite'
import { smsProviderSchema, type SmsProviderInput } from './schema'

const { listen } = useLocalServers()

vi.hoisted(() => (process.env['ALLOW_LOOPBACK_WEBHOOKS'] = 'true'))

type Got = { method: string; url: string; headers: IncomingHttpHeaders; body: string }

/** A provider on this machine, which answers with this status. */
async function openReceiver(status = 200, headers: Record<string, string> = {}): Promise<{ url: string; got: Got[] }> {
  const got: Got[] = []
  const url = await listen(createServer((request, response) => {
    void textOf(request).then((body) => {
      got.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
      response.writeHead(status, headers).end('{"said":"so"}')
    })
  }))
  return { url, got }
}

const configOf = (overrides: Partial<SmsProviderInput>) =>
  smsProviderSchema.parse({
    method: 'POST', url: 'https://sms.example.com', contentType: 'json', headers: [], body: '{"to":"{to}","text":"{text}"}', sender: '', secret: 's3cret', successStatuses: '', ...overrides,
  })

const sms = { id: 'message-1', to: '+6281234567890', text: 'Halo "Sari"\n& semua' }

describeSmsProvider('the outbox', { takes: 'kept', open: () => Promise.resolve({ provider: outboxProvider, arrived: () => [] }) })

describeSmsProvider('a provider told in JSON', {
  takes: 'accepted',
  open: async () => {
    const { url, got } = await openReceiver()
    return { provider: httpProvider(configOf({ url })), arrived: () => got.map(({ body }) => JSON.parse(body) as { to: string; text: string }) }
  },
})

const fromQuery = (query: string) => Object.fromEntries(new URLSearchParams(query)) as { to: string; text: string }

describeSmsProvider('a provider told in a form', {
  takes: 'accepted',
  open: async () => {
    const { url, got } = await openReceiver()
    return { provider: httpProvider(configOf({ url, contentType: 'form', body: 'to={to}&\ntext={text}' })), arrived: () => got.map(({ body }) => fromQuery(body)) }
  },
})

describeSmsProvider('a provider told in the address', {
  takes: 'accepted',
  open: async () => {
    const { url, got } = await openReceiver()
    return { provider: httpProvider(configOf({ url: `${url}?to={to}&text={text}`, method: 'GET', body: '' })), arrived: () => got.map((one) => fromQuery(one.url.slice(one.url.indexOf('?')))) }
  },
})

test('says who it is, what it brings and the secret, where they belong', async () => {
  const { url, got } = await openReceiver()
  const config = configOf({ url: `${url}?id={id}`, method: 'PUT', headers: [{ name: 'Authorization', value: 'Bearer {secret}' }], body: '{"to":"{number}","text":"{text}","from":"{sender}"}', sender: 'MELATI' })
  expect(await httpProvider(config).send(sms)).toEqual({ kind: 'accepted', answer: '{"said":"so"}' })
  expect(got).toHaveLength(1)
  expect(got[0]).toMatchObject({ method: 'PUT', headers: { authorization: 'Bearer s3cret', 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Tautan-SMS/1.0' } })
  expect(got[0]?.url).toMatch(/\?id=message-1$/)
  expect(JSON.parse(got[0]?.body ?? '')).toEqual({ to: '6281234567890', text: sms.text, from: 'MELATI' })
})

describe('an answer', () => {
  test.each([
    [200, '', 'accepted'], [201, '200', 'refused'], [400, '', 'refused'], [401, '', 'refused'], [429, '', 'unavailable'], [503, '', 'unavailable'],
    // It may have taken the message before it fell over.
    [500, '', 'uncertain'], [502, '', 'uncertain'],
  ])('of %i with the rule "%s" means %s', async (status, successStatuses, kind) => {
    const { url } = await openReceiver(status)
    expect(await httpProvider(configOf({ url, successStatuses })).send(sms)).toMatchObject({ kind, answer: '{"said":"so"}', ...(kind !== 'accepted' && { reason: `status:${status}` }) })
  })

  test('that leads elsewhere is not followed: the secret stays here', async () => {
    const other = await openReceiver()
    const { url } = await openReceiver(307, { location: other.url })
    expect(await httpProvider(configOf({ url })).send(sms)).toMatchObject({ kind: 'refused', reason: 'status:307' })
    expect(other.got).toEqual([])
  })

  test('that never comes is uncertain, a server that is not there is not', async () => {
    const silent = await listen(createServer((request) => request.socket.destroy()))
    expect(await httpProvider(configOf({ url: silent })).send(sms)).toMatchObject({ kind: 'uncertain', reason: 'connection' })
    expect(await httpProvider(configOf({ url: 'http://127.0.0.1:9/' })).send(sms)).toMatchObject({ kind: 'unavailable', reason: 'connection' })
    expect(await httpProvider(configOf({ url: 'http://no.invalid/' })).send(sms)).toMatchObject({ kind: 'unavailable', reason: 'dns' })
  })

  test('is not asked of our own inside', async () => {
    expect(await httpProvider(configOf({ url: 'http://169.254.169.254/latest/meta-data' })).send(sms)).toMatchObject({ kind: 'refused', reason: 'refusedAddress' })
  })
})
