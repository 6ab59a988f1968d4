import { expect, test } from 'vitest'
import { whatsAppNumber } from './phone'

test.each([
  ['0812 3456-7890', '6281234567890'],
  ['(0812) 3456.7890', '6281234567890'],
  ['81234567890', '6281234567890'],
  ['6281234567890', '6281234567890'],
  ['+62 812 3456 7890', '6281234567890'],
  ['+65 8123 4567', '6581234567'],
])('WhatsApp wants %s as %s', (typed, number) => {
  expect(whatsAppNumber(typed)).toBe(number)
})
