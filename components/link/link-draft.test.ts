import { describe, expect, it } from 'vitest'
import { createLinkSchema } from '@/lib/link/schema'
import { contentOf, defaultsOf, draftTotal, emptyDraft, emptyItem, inputOf, withContent, type LinkDraft } from './link-draft'

const draft: LinkDraft = {
  ...emptyDraft({ submissionId: '0198a000-0000-7000-8000-000000000000', orderId: '261120-ABCDE', slug: 'kerudung' }),
  items: [{ name: 'Kerudung', price: '85.000', quantity: '2', isDiscount: false }],
}

describe('inputOf', () => {
  it('makes what the schema accepts', () => {
    expect(createLinkSchema.safeParse(inputOf(draft)).success).toBe(true)
  })

  it('leaves out what stands behind a switch that is off', () => {
    const input = inputOf({
      ...draft,
      isUnlimited: true,
      usageLimit: 'many',
      expiry: { kind: 'never', at: 'x', amount: 'x', unit: 'days' },
      customer: { ...draft.customer, email: 'not an address' },
      paymentMethods: ['gopay'],
    })
    expect(input).toMatchObject({ usageLimit: null, expiry: { kind: 'never' }, customer: null, paymentMethods: [] })
    expect(createLinkSchema.safeParse(input).success).toBe(true)
  })

  it('subtracts a discount and keeps an empty one empty', () => {
    const items = [{ name: 'Potongan', price: '5.000', quantity: '1', isDiscount: true }, { ...emptyItem(), isDiscount: true }]
    expect(inputOf({ ...draft, items }).items.map(({ price }) => price)).toEqual(['-5.000', ''])
  })
})

describe('accounts that a link does not take', () => {
  const accountsOff = ['0198a000-0000-7000-8000-000000000009']

  it('come back from a template, a copy and the shop’s defaults', () => {
    const typed = { ...draft, accountsOff }
    expect(withContent(draft, contentOf(typed)).accountsOff).toEqual(accountsOff)
    expect(withContent(draft, defaultsOf(typed)).accountsOff).toEqual(accountsOff)
    expect(withContent(typed, { title: 'Kaos' }).accountsOff).toEqual(accountsOff)
  })
})

describe('draftTotal', () => {
  it('adds rows, discounts included, and counts an unreadable row as nothing', () => {
    const items = [
      ...draft.items,
      { name: '', price: '5.000', quantity: '1', isDiscount: true },
      { name: '', price: '1e3', quantity: '1', isDiscount: false },
      { name: '', price: '1.000', quantity: 'two', isDiscount: false },
      emptyItem(),
    ]
    expect(draftTotal(items, 'IDR')).toBe(165_000)
  })

  it('reads prices by the decimals of the currency', () => {
    const items = ['4.35', '1,234.50', '5'].map((price) => ({ ...emptyItem(), price }))
    expect(draftTotal(items, 'USD')).toBe(124_385)
    expect(draftTotal([{ ...emptyItem(), price: '4.350' }], 'KWD')).toBe(4_350)
  })
})
