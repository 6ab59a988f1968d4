import { describe, expect, it } from 'vitest'
import { linkInput } from '@/prisma/testing/factories'
import { fieldErrorsOf } from '@/lib/platform/field-errors'
import { createLinkSchema, type CreateLinkInput } from './schema'

/** The messages by field; empty when the input is accepted. */
function refusals(overrides: Record<string, unknown>): Record<string, string> {
  const parsed = createLinkSchema.safeParse({ ...linkInput(), ...overrides })
  return parsed.success ? {} : fieldErrorsOf(parsed.error)
}

const item = (overrides: Record<string, unknown>) => ({ items: [{ name: 'Voal', price: '1.000', quantity: 1, ...overrides }] })

describe('createLinkSchema', () => {
  it.each([
    ['the shortest', { orderId: 'a' }],
    ['all allowed characters', { orderId: 'Aa0-_~.' }],
    ['fifty characters', { orderId: 'x'.repeat(50) }],
    ['an address of fifty characters', { slug: 'a'.repeat(50) }],
    ['a million uses', { usageLimit: '1000000' }],
    ['unlimited uses', { usageLimit: null }],
    ['emoji and right-to-left text in a name', item({ name: 'قميص 👗 "quoted" <script>' })],
    ['a name of fifty emoji', item({ name: '👗'.repeat(50) })],
    ['a discount', { items: [{ name: 'Voal', price: '85.000', quantity: 2 }, { name: 'Diskon', price: '-5.000', quantity: 1 }] }],
    ['line breaks in a description', { description: 'satu\ndua\r\ntiga' }],
    ['a customer with only a phone', { customer: { firstName: '', lastName: '', email: '', phone: '+62 812-3456', notes: '' } }],
  ])('accepts %s', (_, overrides) => {
    expect(refusals(overrides)).toEqual({})
  })

  it.each([
    ['an empty order ID', { orderId: ' ' }, { orderId: 'required' }],
    ['an order ID of 51 characters', { orderId: 'x'.repeat(51) }, { orderId: 'max50' }],
    ['a space in an order ID', { orderId: 'a b' }, { orderId: 'orderIdCharacters' }],
    ['a line break after an order ID', { orderId: 'a\nb' }, { orderId: 'orderIdCharacters' }],
    ['an order ID that an address would swallow', { orderId: '..' }, { orderId: 'orderIdCharacters' }],
    ['capital letters in an address', { slug: 'Voal' }, { slug: 'slugCharacters' }],
    ['an underscore in an address', { slug: 'a_b' }, { slug: 'slugCharacters' }],
    ['no uses', { usageLimit: '0' }, { usageLimit: 'usageLimit' }],
    ['a million and one uses', { usageLimit: '1000001' }, { usageLimit: 'usageLimit' }],
    ['half a use', { usageLimit: 1.5 }, { usageLimit: 'usageLimit' }],
    ['uses in scientific notation', { usageLimit: '1e3' }, { usageLimit: 'usageLimit' }],
    ['a price in scientific notation', item({ price: '1e3' }), { 'items.0.price': 'price.notANumber' }],
    ['a number that prints with an exponent', item({ price: 1e21 }), { 'items.0.price': 'price.notANumber' }],
    ['2^53', item({ price: '9007199254740992' }), { 'items.0.price': 'price.tooLarge' }],
    ['a price with decimals', item({ price: 4.35 }), { 'items.0.price': 'price.decimals' }],
    ['no price', item({ price: '' }), { 'items.0.price': 'required' }],
    ['a total of nothing', item({ price: '0' }), { items: 'totalPositive' }],
    ['a total below nothing', item({ price: '-1' }), { items: 'totalPositive' }],
    ['a total beyond twelve digits', item({ price: '999999999999', quantity: 2 }), { items: 'totalTooLarge' }],
    ['a name of 51 characters', item({ name: 'x'.repeat(51) }), { 'items.0.name': 'max50' }],
    ['a name of 10,000 characters', item({ name: 'x'.repeat(10_000) }), { 'items.0.name': 'max50' }],
    ['a NUL in a name', item({ name: 'a\0b' }), { 'items.0.name': 'controlCharacters' }],
    ['half of an emoji in a name', item({ name: 'a\ud83d' }), { 'items.0.name': 'controlCharacters' }],
    ['a quantity of zero', item({ quantity: 0 }), { 'items.0.quantity': 'quantity' }],
    ['no items', { items: [] }, { items: 'itemsRequired' }],
    ['51 items', { items: Array.from({ length: 51 }, () => ({ name: 'a', price: 1, quantity: 1 })) }, { items: 'itemsTooMany' }],
    ['a title of 41 characters', { title: 'x'.repeat(41) }, { title: 'max40' }],
    ['an unknown method', { paymentMethods: ['cash'] }, { 'paymentMethods.0': 'unknownField' }],
    ['a customer without any way to name them', { customer: { firstName: '', lastName: 'Doe', email: '', phone: '', notes: '' } }, { 'customer.firstName': 'customerRequired' }],
    ['a broken e-mail', { customer: { firstName: 'a', lastName: '', email: 'a@', phone: '', notes: '' } }, { 'customer.email': 'email' }],
    ['a line break in a phone number', { customer: { firstName: 'a', lastName: '', email: '', phone: '0812\n345678', notes: '' } }, { 'customer.phone': 'phone' }],
    ['a phone number without digits', { customer: { firstName: 'a', lastName: '', email: '', phone: '((((((((', notes: '' } }, { 'customer.phone': 'phone' }],
    ['an unknown key', { isAdmin: true }, { '': 'unknownField' }],
    ['an unknown key in an item', item({ cost: 1 }), { 'items.0': 'unknownField' }],
  ])('refuses %s', (_, overrides, expected) => {
    expect(refusals(overrides)).toEqual(expected)
  })

  it('gives amounts as whole rupiah and keeps text as it was typed', () => {
    const input: CreateLinkInput = linkInput({ items: [{ name: ' <b>Voal</b> 👗 ', price: 'Rp 85.000', quantity: '2' }] })
    expect(createLinkSchema.parse(input).items).toEqual([{ name: '<b>Voal</b> 👗', price: 85_000, quantity: 2 }])
  })
})

describe('a link in another currency than rupiah', () => {
  const read = (currency: string, price: unknown) => createLinkSchema.safeParse({ ...linkInput(), currency, items: [{ name: 'Mug', price, quantity: '2' }] })

  it.each([
    ['USD', '4.35', 435],
    ['USD', 4.35, 435],
    ['KWD', '4.350', 4_350],
    ['JPY', '1,200', 1_200],
  ])('reads a price by the decimals of %s: %j', (currency, price, amount) => {
    expect(read(currency, price).data).toMatchObject({ currency, items: [{ price: amount }] })
  })

  it.each([
    ['USD', 'Rp 5', 'price.notANumberOther'],
    ['JPY', '4.5', 'price.decimalsOther'],
    ['USD', '99999999999', 'price.tooLargeOther'],
    ['USD', '', 'required'],
  ])('says what is wrong with a price in %s: %j', (currency, price, message) => {
    expect(read(currency, price).error?.issues).toMatchObject([{ path: ['items', 0, 'price'], message }])
  })

  it('is in rupiah without a word about it, and refuses codes that nobody knows', () => {
    expect(createLinkSchema.safeParse(linkInput()).data?.currency).toBe('IDR')
    expect(read('XXX', '5').error?.issues).toMatchObject([{ path: ['currency'], message: 'currency' }])
  })
})
