import { expect, test } from 'vitest'
import { judge } from './scale-verdict'

const even = { small: 8, big: 9, bigP95: 12, inDatabase: 3, rows: { small: 50, big: 50 }, fullPage: 9, scans: [] }

test.each([
  ['as fast as in the small shop', {}, '', '1.13'],
  ['slower by more than half', { small: 10, big: 16 }, 'MISSED: ratio', '1.60'],
  ['slower, but under ten milliseconds', { small: 4, big: 9.9 }, '', '2.48'],
  ['slower, but not in PostgreSQL', { small: 10, big: 16, inDatabase: 1 }, '', '1.60'],
  ['a page that is full in the big shop alone, held against a full page', { small: 6, big: 13, rows: { small: 2, big: 50 } }, '', '~1.44'],
  ['slower even so', { small: 6, big: 14, rows: { small: 2, big: 50 } }, 'MISSED: ratio', '~1.56'],
  ['more rows in the small shop', { small: 6, big: 13, rows: { small: 50, big: 2 } }, 'MISSED: ratio', '2.17'],
  ['now and then too slow', { bigP95: 300 }, 'MISSED: over 300 ms', '1.13'],
  ['a table read from end to end', { scans: ['orders'] }, 'MISSED: reads all of orders', '1.13'],
])('%s', (_title, measured, said, ratio) => {
  expect(judge({ ...even, ...measured })).toEqual({ reached: said === '', ratio, said })
})
