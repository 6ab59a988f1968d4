import { expect, it } from 'vitest'
import { customersOf } from './rules'

const buyers = [
  { customerName: 'Sari Wulandari', customerPhone: '0812-3456-7890' },
  { customerName: 'Sari', customerPhone: '0812-3456-7890' },
  { customerName: 'Sari Dewi', customerPhone: null },
  { customerName: 'Budi', customerPhone: '0899-0000-0000' },
  { customerName: '', customerPhone: null },
]

it.each([
  ['sari', [['0812-3456-7890', 2], ['Sari Dewi', 1]]],
  ['0899', [['0899-0000-0000', 1]]],
  ['3456', [['0812-3456-7890', 2]]],
  ['INV-1', []],
])('%s means %j', (q, expected) => {
  expect(customersOf(buyers, q).map(({ q: found, count }) => [found, count])).toEqual(expected)
})
