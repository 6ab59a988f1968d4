import { expect, it } from 'vitest'
import { whatsappNumber } from './whatsapp-number'

it.each([
  ['081234567890', '6281234567890'],
  ['0812-3456-7890', '6281234567890'],
  ['+62 812 3456 7890', '6281234567890'],
  ['62812 3456 7890', '6281234567890'],
  ['+65 9123 4567', '6591234567'],
  ['', null],
  ['123', null],
  ['(((((((', null],
])('%s is %s to WhatsApp', (typed, number) => {
  expect(whatsappNumber(typed)).toBe(number)
})
