import { describe, expect, it } from 'vitest'
import { checkoutFormSchema, isOrderToken, isSlug, testCardSchema } from './schema'

const at = new Date('2026-11-20T05:00:00.000Z')

it('knows a slug and a token from anything else in an address', () => {
  expect(['voal-0391', 'a', '-', 'x'.repeat(50)].every(isSlug)).toBe(true)
  expect(['', ' voal', 'Voal', 'a\0', 'x'.repeat(51), 'card.jpg', '..', 'a/b'].some(isSlug)).toBe(false)
  expect(isOrderToken('FPyKYfldizR7coAgQaX4_Q')).toBe(true)
  expect(['', 'x'.repeat(21), 'x'.repeat(23), `${'x'.repeat(21)}\0`, `${'x'.repeat(21)}\n`].some(isOrderToken)).toBe(false)
})

it.each(['1e3', '-1', '', '1.0', '9007199254740992', ' 1'])('does not take %j for an amount', (amount) => {
  expect(checkoutFormSchema.safeParse({ form: 'x', method: 'bca_va', amount }).success).toBe(false)
})

describe('the date of a test card', () => {
  const accepts = (expiry: string) => testCardSchema(at).safeParse({ number: '', expiry, cvv: '123' }).success

  it('lies in this month or later', () => {
    expect(['11/26', '12/30', '0127', '01 / 2031'].filter((expiry) => !accepts(expiry))).toEqual([])
    expect(['10/26', '12/20', '13/30', '00/30', '1/30', 'xx', ''].filter(accepts)).toEqual([])
  })
})
