import { expect, it } from 'vitest'
import { customersOf } from './rules'

const buyers = [
  { customerName: 'Sari Wulandari', customerPhone: '0812-3456-7890' },
  { customerName: 'Sari', customerPhone: '0812-3456-7890' },
  { customerName: 'Sari Dewi', customerPhone: null },
  { customerName: 'Budi', customerPhone: '0899-0000-0000' },
  { customerName: 'Budi Santoso', customerPhone: '+62 899 0000 0000' },
  { customerName: 'Maria', customerPhone: '+65 9111 4567' },
  { customerName: '', customerPhone: null },
]

it.each([
  ['sari', [['0812-3456-7890', 2], ['Sari Dewi', 1]]],
  ['0899', [['0899-0000-0000', 2]]],
  ['62899', [['0899-0000-0000', 2]]],
  ['+62 899-00', [['0899-0000-0000', 2]]],
  ['08990000', [['0899-0000-0000', 2]]],
  ['3456', [['0812-3456-7890', 2]]],
  ['7890', [['0812-3456-7890', 2]]],
  ['659111', [['+65 9111 4567', 1]]],
  ['0659111', []],
  ['INV-1', []],
])('%s means %j', (q, expected) => {
  expect(customersOf(buyers, q).map(({ q: found, count }) => [found, count])).toEqual(expected)
})
