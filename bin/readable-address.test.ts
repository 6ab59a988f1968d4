import { expect, it } from 'vitest'
import { isReadableAddress } from './readable-address'

it('reads every address that a browser writes', () => {
  expect([undefined, '/', '/p/voal?lang=%ZZ', '/p/%00', '/p/%F0%9F%98%80', '/p/a%2Fb'].every((address) => isReadableAddress(address))).toBe(true)
})

it('finds addresses whose path is no text', () => {
  expect(['/p/%', '/p/%ZZ', '/p/%E0%A4%A', '/%ff?x=1'].some((address) => isReadableAddress(address))).toBe(false)
})
