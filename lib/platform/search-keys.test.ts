import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchKeys } from './search-keys'
import { isShortSearch } from './short-search'

test.each([
  ['sari', ['ari']],
  ['Citra Firmansyah', ['tra', 'yah', 'ans', 'irm']],
  ['081710065873', ['873', '065', '710', '081']],
  ['SAR-4001-1761570226059', ['001', '059', 'sar', '226', '570', '761']],
  ['kaligrafi ke', ['afi', 'igr', 'kal']],
  ['ab cd', []],
  ['%_%', []],
  ['sari sari', ['ari']],
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
