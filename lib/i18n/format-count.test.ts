import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { formatCount } from './format-count'
import { LOCALES } from './locales'

describe('a count', () => {
  it.each(LOCALES)('is written as the calendar data writes it: %s', (locale) => {
    const tag = new Intl.NumberFormat(locale)
    fc.assert(fc.property(fc.maxSafeNat(), (count) => void expect(formatCount(count, locale)).toBe(tag.format(count))))
    for (const count of [0, 9, 10, 999, 1_000, 12_345, 1_000_000]) expect(formatCount(count, locale)).toBe(tag.format(count))
  })
})
