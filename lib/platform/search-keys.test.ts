import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchKeys } from './search-keys'
import { isShortSearch } from './short-search'

test.each([
  ['sari', ['ari', 'sar']],
  ['Citra Firmansyah', ['yah', 'sya', 'tra', 'itr', 'nsy', 'ans', 'man', 'rma']],
  ['081710065873', ['873', '587', '658', '065', '006', '100', '710', '171']],
  ['SAR-4001-1761570226059', ['059', '605', '001', '400', 'sar', '260', '226', '022']],
  ['kaligrafi ke', ['afi', 'raf', 'gra', 'igr', 'lig', 'ali', 'kal']],
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
