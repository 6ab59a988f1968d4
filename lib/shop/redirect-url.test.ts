import { expect, test } from 'vitest'
import { isRedirectUrl, redirectsSchema, redirectUrlSchema } from './redirect-url'

test.each(['https://toko.example/selesai', 'https://toko.example:8443/?a=1#b', 'https://toko.example/?merchant_order_id=test-122'])('%s may be returned to', (url) => {
  expect(isRedirectUrl(url)).toBe(true)
  expect(redirectUrlSchema.parse(` ${url} `)).toBe(url)
})

test.each(['http://toko.example/', 'javascript:alert(1)', 'data:text/html,x', '//toko.example', '/selesai', 'toko.example', 'https://', 'https://sari:rahasia@toko.example/', 'https://toko.example/\u0000', 'java\nscript:alert(1)', 'ftp://toko.example/', 'https://toko.example/a b'])(
  '%j leads nowhere that a customer may be sent',
  (url) => {
      expect(isRedirectUrl(url)).toBe(false)
    expect(redirectUrlSchema.safeParse(url).success).toBe(false)
  },
)

test('plain http is for this machine itself, and only where that is allowed', () => {
  for (const host of ['localhost:3001', '127.0.0.1', '[::1]']) {
    expect(isRedirectUrl(`http://${host}/selesai`, { allowLoopback: true }), host).toBe(true)
    expect(isRedirectUrl(`http://${host}/selesai`, { allowLoopback: false }), host).toBe(false)
  }
  for (const host of ['toko.example', 'localhost.toko.example', '127.0.0.1.toko.example']) expect(isRedirectUrl(`http://${host}/`, { allowLoopback: true }), host).toBe(false)
})

test('a shop may leave each of its addresses empty, and none may be too long', () => {
  expect(redirectsSchema.parse({ finish: ' https://toko.example ', unfinish: '', error: ' ' })).toEqual({ finish: 'https://toko.example/', unfinish: '', error: '' })
  expect(redirectUrlSchema.safeParse('').error?.issues[0]?.message).toBe('required')
  const long = `https://toko.example/${'a'.repeat(2_048)}`
  expect(redirectUrlSchema.safeParse(long).error?.issues.map(({ message }) => message)).toContain('webhookUrlLong')
  // What the parser encodes grows threefold.
  expect(redirectUrlSchema.safeParse(`https://toko.example/${'é'.repeat(1_000)}`).error?.issues.map(({ message }) => message)).toEqual(['webhookUrlLong'])
})
