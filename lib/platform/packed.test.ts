import { expect, test } from 'vitest'
import { pack, unpack } from './packed'

test('gives rows back as they were, dates included', () => {
  const page = {
    rows: [
      { name: '2026-11-21T00:00:00.000Z', createdAt: new Date('2026-11-21T00:00:00Z'), paidAt: null, amount: 85_000 },
      { name: 'Kerudung "voal" 🧕</script>', createdAt: new Date('2026-01-01T00:00:00.001Z'), paidAt: new Date(0), amount: 0 },
    ],
    next: null,
  }
  expect(unpack(pack(page), ['createdAt', 'paidAt'])).toEqual(page)
})
