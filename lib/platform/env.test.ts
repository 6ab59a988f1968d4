import { describe, expect, test } from 'vitest'
import { readEnv } from './env.ts'

describe('settings', () => {
  test('have a default for everything that is not secret', () => {
    expect(readEnv({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      APP_URL: 'http://localhost:3000',
      TRUST_PROXY: 0,
      LOG_LEVEL: 'info',
    })
  })

  test('take an empty value for one that is not set', () => {
    expect(readEnv({ PORT: '', APP_URL: '', DATABASE_URL: '' }).PORT).toBe(3000)
  })

  test('serve with one process at least, or with as many as are wanted', () => {
    expect(readEnv({}).PROCESSES).toBeGreaterThanOrEqual(1)
    expect(readEnv({ PROCESSES: '3' }).PROCESSES).toBe(3)
  })

  test('derive the address of the shop from the port', () => {
    expect(readEnv({ PORT: '8080' }).APP_URL).toBe('http://localhost:8080')
    expect(readEnv({ APP_URL: 'https://pay.example.com/' }).APP_URL).toBe('https://pay.example.com')
  })

  test.each([
    ['true', 1],
    ['FALSE', 0],
    ['2', 2],
  ])('read TRUST_PROXY=%s as %i proxies', (value, proxies) => {
    expect(readEnv({ TRUST_PROXY: value }).TRUST_PROXY).toBe(proxies)
  })

  test.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['HOST', 'a b'],
    ['PROCESSES', '0'],
    ['PROCESSES', '33'],
    ['PROCESSES', '2.5'],
    ['PROCESSES', 'all'],
    ['APP_URL', 'pay.example.com'],
    ['APP_URL', 'https://pay.example.com/shop'],
    ['DATABASE_URL', 'mysql://localhost/shop'],
    ['DATABASE_URL', 'postgresql://localhost'],
    ['APP_SECRET', 'too short'],
    ['TRUST_PROXY', 'perhaps'],
    ['LOG_LEVEL', 'loud'],
  ])('name %s when it is %j', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name} is .*must be`))
  })

  test('name every bad one at once and show no secret', () => {
    const read = () => readEnv({ PORT: 'x', LOG_LEVEL: 'y', APP_SECRET: 'hunter2' })
    expect(read).toThrow(/PORT[^]*APP_SECRET[^]*LOG_LEVEL/)
    expect(read).not.toThrow(/hunter2/)
  })
})
