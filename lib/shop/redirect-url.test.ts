import { afterEach, expect, test, vi } from 'vitest'
import { isRedirectUrl, redirectsSchema, redirectUrlSchema } from './redirect-url'

afterEach(() => void vi.unstubAllEnvs())

test.each(['https://toko.example/selesai', 'https://toko.example:8443/?a=1#b', 'https://toko.example/?merchant_order_id=test-122'])('%s may be returned to', (url) => {
  vi.stubEnv('NODE_ENV', 'production')
  expect(isRedirectUrl(url)).toBe(true)
  expect(redirectUrlSchema.parse(` ${url} `)).toBe(url)
})

test.each(['http://toko.example/', 'javascript:alert(1)', 'data:text/html,x', '//toko.example', '/selesai', 'toko.example', 'https://', 'https://sari:rahasia@toko.example/', 'https://toko.example/\u0000', 'java\nscript:alert(1)', 'ftp://toko.example/', 'https://toko.example/a b'])(
  '%j leads nowhere that a customer may be sent',
  (url) => {
    vi.stubEnv('NODE_ENV', 'production')
    expect(isRedirectUrl(url)).toBe(false)
    expect(redirectUrlSchema.safeParse(url).success).toBe(false)
  },
)

test('plain http is for development alone', () => {
  for (const [environment, allowed] of [['development', true], ['test', true], ['production', false]] as const) {
    vi.stubEnv('NODE_ENV', environment)
    expect(isRedirectUrl('http://localhost:3001/selesai'), environment).toBe(allowed)
  }
})

test('a shop may leave each of its addresses empty, and none may be too long', () => {
  vi.stubEnv('NODE_ENV', 'production')
  expect(redirectsSchema.parse({ finish: ' https://toko.example ', unfinish: '', error: ' ' })).toEqual({ finish: 'https://toko.example/', unfinish: '', error: '' })
  expect(redirectUrlSchema.safeParse('').error?.issues[0]?.message).toBe('required')
  const long = `https://toko.example/${'a'.repeat(2_048)}`
  expect(redirectUrlSchema.safeParse(long).error?.issues.map(({ message }) => message)).toContain('webhookUrlLong')
  // What the parser encodes grows threefold.
  expect(redirectUrlSchema.safeParse(`https://toko.example/${'é'.repeat(1_000)}`).error?.issues.map(({ message }) => message)).toEqual(['webhookUrlLong'])
})
