import { expect, it } from 'vitest'
import { isSameName } from './qris-name'

it.each([
  ['TOKO MELATI', 'Toko Melati', true],
  ['TOKO MELATI.', 'toko  melati 👗', true],
  ['CAFE BALI', 'Café Bali', true],
  ['TOKO KERUDUNG MELATI INDA', 'Toko Kerudung Melati Indah Sekali', true],
  ['TOKO', 'Toko Melati', false],
  ['MELATI AYU', 'Toko Melati', false],
  ['', '', false],
  ['---', '👗', false],
])('the QRIS name %j and the shop %j are the same: %s', (onCode, shop, same) => {
  expect(isSameName(onCode, shop)).toBe(same)
})
