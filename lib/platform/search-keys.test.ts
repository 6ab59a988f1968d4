import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchKeys } from './search-keys'
import { isShortSearch } from './short-search'

test.each([
  ['sari', ['ari', 'sar']],
  ['Citra Firmansyah', ['yah', 'tra', 'ans', 'itr', 'irm', 'cit', 'sya', 'nsy']],
  ['081710065873', ['873', '065', '710', '081', '587', '658', '006', '100']],
  ['SAR-4001-1761570226059', ['059', '001', '226', '400', '570', '761', '605', '260']],
  ['R-4001', ['001', '400']],
  ['INV-1024', ['024', '102', 'inv']],
  ['kaligrafi ke', ['afi', 'igr', 'kal', 'raf', 'gra', 'lig', 'ali']],
  ['ab cd', []],
  ['%_%', []],
  ['sari sari', ['ari', 'sar']],
])('%s is looked for by %j', (text, keys) => {
  expect(searchKeys(text)).toEqual(keys)
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
