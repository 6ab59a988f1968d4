import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberKeys, searchKeys } from './search-keys'
import { isShortSearch } from './short-search'

test.each([
  ['sari', ['sar', 'ari']],
  ['Citra Firmansyah', ['fir', 'cit', 'man', 'itr']],
  ['081710065873', ['873', '065', '710', '081']],
  ['SAR-4001-1761570226059', ['059', '001', '226', '400']],
  ['R-4001', ['001', '400']],
  ['INV-1024', ['024', '102', 'inv']],
  ['kaligrafi ke', ['kal', 'igr', 'afi', 'ali']],
  ['ab cd', []],
  ['%_%', []],
  ['sari sari', ['sar', 'ari']],
])('%s is looked for by %j', (text, keys) => {
  expect(searchKeys(text)).toEqual(keys)
})

test.each([
  ['081710065873', [['5873', '0658', '1006', '1710'], ['6587', '0065', '7100', '8171']]],
  ['R-4001-17', [['0117', '4001'], ['0011']]],
  ['4 8 1 7 5', [['4817'], ['8175']]],
  ['4175 sari', null],
])('the number in %s is looked for by %j', (text, keys) => {
  expect(numberKeys(text)).toEqual(keys)
})

test('a row that contains a text has all keys of its number in one of the two lists, whatever stands between the digits', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123a -+'), maxLength: 40 })
  fc.assert(
    fc.property(text, text, text, (before, within, after) => {
      const digits = `${before}${within}${after}`.replaceAll(/[^0-9]/g, '')
      const kept = new Set(Array.from({ length: digits.length }, (_, place) => place).filter((place) => place % 2 === 0).map((place) => digits.slice(place, place + 4)))
      const keys = numberKeys(within)
      if (keys) expect(keys.some((list) => list.length > 0 && list.every((key) => kept.has(key)))).toBe(true)
    }),
  )
})

test('a number that is typed in pieces is no short text', () => {
  expect(['08 12 34', '0812', '08', 'qz'].map(isShortSearch)).toEqual([false, false, true, true])
})

test('a text contains each of its keys, and has some unless it is short', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aB1é字 -_%.🙂') }), (text) => {
      const keys = searchKeys(text)
      for (const key of keys) expect(text.toLowerCase()).toContain(key)
      if (keys.length > 0) expect(isShortSearch(text)).toBe(false)
      expect(keys.length === 0).toBe(!/[\p{L}\p{N}]{3}/u.test(text.toLowerCase()))
    }),
  )
})
