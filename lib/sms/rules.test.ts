import { describe, expect, test } from 'vitest'
import { fillEncoded, fillJson, isSuccess, smsNumber, type SmsValues } from './rules'
import { smsProviderSchema, type SmsProviderInput } from './schema'

const values = (text: string): SmsValues => ({ to: '+6281234567890', number: '6281234567890', text, sender: 'MELATI', id: '1', secret: 'k&y' })

const HOSTILE = ['He said "hi"', 'a\nb\tc', 'back\\slash', '{to} {secret}', '","admin":true,"x":"', '🌸 مرحبا', '\u0000\u001f', '100% & more = ?', 'lone \ud800 half']

describe('a JSON body', () => {
  test.each(HOSTILE)('carries %j as one text', (text) => {
    const body = fillJson('{"messages":[{"to":"{to}","text":"» {text} «","n":1}],"text":null}', values(text))
    expect(JSON.parse(body ?? '')).toEqual({ messages: [{ to: '+6281234567890', text: `» ${text.toWellFormed()} «`, n: 1 }], text: null })
  })

  test('keeps keys as they are, even strange ones', () => {
    expect(fillJson('{"__proto__":"{text}","{to}":1}', values('a'))).toBe('{"__proto__":"a","{to}":1}')
  })

  test('that is none is none', () => {
    expect(fillJson('{"text":{text}}', values('a'))).toBeNull()
  })
})

describe('a form and an address', () => {
  test.each(HOSTILE)('carry %j as one parameter', (text) => {
    const filled = new URLSearchParams(fillEncoded('key={secret}&to={number}&text={text}', values(text)))
    expect([...filled]).toEqual([['key', 'k&y'], ['to', '6281234567890'], ['text', text.toWellFormed()]])
  })

  test('leave words in braces that are no fields', () => {
    expect(fillEncoded('a={other}', values('x'))).toBe('a={other}')
  })
})

test.each([[200, '', true], [204, '', true], [302, '', false], [202, '200, 201', false], [201, '200, 201', true]])('status %i with "%s" is taken: %s', (status, rule, taken) => {
  expect(isSuccess(status, rule)).toBe(taken)
})

test.each([
  ['0812-3456-7890', '+6281234567890'], ['+62 812 3456 7890', '+6281234567890'], ['6281234567890', '+6281234567890'], ['+1 415 555 2671', '+14155552671'],
  ['12', null], ['', null], ['abc', null], ['0812-3456-7890\r\nX: y', '+6281234567890'], ['++62', null],
])('%j as an SMS number is %j', (typed, number) => {
  expect(smsNumber(typed)).toBe(number)
})

const input = (overrides: Partial<SmsProviderInput> = {}): SmsProviderInput => ({
  method: 'POST', url: 'https://sms.example.com/send', contentType: 'json', headers: [], body: '{"to":"{to}","text":"{text}"}', sender: '', secret: '', successStatuses: '', ...overrides,
})
const problems = (overrides: Partial<SmsProviderInput>) => smsProviderSchema.safeParse(input(overrides)).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

describe('the settings of a provider', () => {
  test('that are right are taken', () => {
    expect(problems({})).toEqual([])
    expect(problems({ method: 'GET', body: '', url: 'https://sms.example.com/send?to={number}&m={text}&k={secret}' })).toEqual([])
    expect(problems({ contentType: 'form', body: 'to={to}&\n  text={text}' })).toEqual([])
    expect(problems({ headers: [{ name: 'Authorization', value: 'Bearer {secret}' }, { name: 'X-Empty', value: '' }] })).toEqual([])
  })

  test.each<[Partial<SmsProviderInput>, string]>([
    [{ body: '{"to":"{to}"}' }, 'body: smsNeedsText'],
    [{ body: '{"text":"{text}"}' }, 'body: smsNeedsTo'],
    [{ body: '{"to":"{to}","{text}":1}' }, 'body: smsNeedsText'],
    [{ body: '{"to":"{to}","text":{text}}' }, 'body: smsBodyJson'],
    [{ body: '' }, 'body: smsBodyJson'],
    [{ body: '{"to":"{to}","text":"{text} {nomor}"}' }, 'body: smsField'],
    [{ contentType: 'form', body: 'to={to}' }, 'body: smsNeedsText'],
    [{ method: 'GET', url: 'https://sms.example.com/send' }, 'url: smsNeedsText'],
    [{ url: 'ftp://sms.example.com' }, 'url: smsUrl'],
    [{ url: 'https://{secret}.example.com/' }, 'url: smsUrl'],
    [{ url: 'https://user:pass@sms.example.com/' }, 'url: smsUrl'],
    [{ url: 'javascript:alert(1)' }, 'url: smsUrl'],
    [{ url: '' }, 'url: required'],
    [{ headers: [{ name: 'X-Key', value: 'a\r\nHost: evil.example' }] }, 'headers.0.value: headerValue'],
    [{ headers: [{ name: 'X-Key: a\r\nHost', value: 'a' }] }, 'headers.0.name: headerName'],
    [{ headers: [{ name: 'X Key', value: 'a' }] }, 'headers.0.name: headerName'],
    [{ headers: [{ name: 'Host', value: 'evil.example' }] }, 'headers.0.name: headerReserved'],
    [{ headers: [{ name: 'Transfer-Encoding', value: 'chunked' }] }, 'headers.0.name: headerReserved'],
    [{ headers: [{ name: 'X-A', value: '1' }, { name: 'x-a', value: '2' }] }, 'headers.1.name: headerTwice'],
    [{ headers: [{ name: 'X-A', value: '{text}' }] }, 'headers.0.value: headerText'],
    [{ headers: Array.from({ length: 11 }, (_, index) => ({ name: `X-${index}`, value: '1' })) }, 'headers: tooManyHeaders'],
    [{ sender: 'a\nb' }, 'sender: headerValue'],
    [{ secret: 'a\r\nb' }, 'secret: headerValue'],
    [{ successStatuses: '200, 500' }, 'successStatuses: smsStatuses'],
    [{ successStatuses: 'ok' }, 'successStatuses: smsStatuses'],
  ])('%j are refused beside their field', (overrides, problem) => {
    expect(problems(overrides)).toEqual([problem])
  })
})
