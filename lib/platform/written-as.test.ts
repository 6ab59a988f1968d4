import { expect, test } from 'vitest'
import { bareNumber, commonTo, writtenAs } from './written-as'

test.each([
  ['Sari', ['sari']],
  ['INV-0812', ['inv-0812']],
  ['0812', ['0812', '62812']],
  ['62812', ['62812', '0812']],
  ['+62 812-34', ['+62 812-34', '6281234', '081234']],
  ['0812-3456-', ['0812-3456-', '08123456', '628123456']],
  ['(0812) 34', ['(0812) 34', '081234', '6281234']],
  // In the middle or at the end: no country to think of.
  ['7890', ['7890']],
  ['345-78', ['345-78', '34578']],
  // Hardly a number yet.
  ['081', ['081']],
  ['08-1', ['08-1']],
  ['6281', ['6281']],
  ['+65 9123', ['+65 9123', '659123']],
])('%s may be written as %j', (typed, ways) => {
  expect(writtenAs(typed)).toEqual(ways)
})

test.each(['0812-3456-7890', '+62 812 3456 7890', '(0812) 3456.7890', '6281234567890'])('%s is found by each way of typing its beginning, its middle and its end', (phone) => {
  for (const typed of ['0812', '62812', '+62812', '+62 812 345', '0812-345', '3456', '3456-78', '7890', phone]) {
    expect(writtenAs(typed).some((way) => bareNumber(phone).includes(way)), typed).toBe(true)
  }
})

test.each([
  ['Sari', ['sari']],
  ['0812', ['812']],
  ['+62 812-34', ['+62 812-34', '81234']],
  ['7890', ['7890']],
  ['6281', ['6281']],
])('each way of writing %s has one of %j', (typed, parts) => {
  expect(commonTo(typed)).toEqual(parts)
  for (const way of writtenAs(typed)) expect(parts.some((part) => way.includes(part)), way).toBe(true)
})
