import { expect, test } from 'vitest'
import { ownAddress } from './listen.ts'

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://[::1]:3000'],
  ['fe80::1', 'http://[fe80::1]:3000'],
  ['pay.local', 'http://pay.local:3000'],
])('a server that listens on %s reaches itself at %s', (host, address) => {
  expect(ownAddress(host, 3000)).toBe(address)
})
