import { describe, expect, it } from 'vitest'
import { contentOf, emptyDraft, withContent } from '@/components/link/link-draft'
import { createLinkSchema } from '../schema'
import { CONTENT_FIELDS } from './schema'
import { freshContent } from './fresh-content'
import { inputOfLink, type FormFacts } from './input-of-link'
import { readContent } from './read-content'

const at = new Date('2026-11-20T05:00:00Z')
const timeZone = 'Asia/Jakarta'
const ids = { submissionId: '0198a000-0000-7000-8000-000000000000', orderId: 'A', slug: 'a' }

const whole: FormFacts = {
  currency: 'IDR', title: 'Paket', description: 'Dua\nbaris', items: [{ name: 'Kaos', price: 85_000, quantity: 2 }, { name: 'Diskon', price: -5_000, quantity: 1 }], openAmount: null,
  usageLimit: 7, startsAt: new Date('2026-12-01T03:00:00Z'), expiresAt: new Date('2026-12-02T03:00:00Z'), paymentMethods: ['gopay'], accountsOff: ['0198a000-0000-7000-8000-000000000009'],
  customer: { firstName: 'Sari', lastName: 'W', email: '', phone: '', notes: 'Kado' }, customerQuestions: { required: ['email'] },
}
const open: FormFacts = { ...whole, items: [{ name: 'Donasi', price: 5_000, quantity: 1 }], openAmount: { minimum: 5_000, maximum: 9_000, preset: null }, customer: null, usageLimit: null, startsAt: null, expiresAt: null }

describe('a stored link as a form', () => {
  it.each([
    ['with everything', whole], ['with an open amount', open],
    ['in cents', { ...whole, currency: 'USD' as const, paymentMethods: ['credit_card'] }], ['in cents, with an open amount', { ...open, currency: 'USD' as const, paymentMethods: ['credit_card'] }],
  ])('says every field, %s, and comes back from the screen as the same', (_, link) => {
    const input = inputOfLink(link, { timeZone })
    expect(Object.keys(input).sort()).toEqual([...CONTENT_FIELDS].sort())
    const back = createLinkSchema.parse({ ...ids, ...contentOf(withContent(emptyDraft(ids), input)) })
    expect(back).toEqual(createLinkSchema.parse({ ...ids, ...input }))
  })

  it('leaves out the accounts that the link leaves out', () => {
    expect(inputOfLink(whole, { timeZone })).toMatchObject({ paymentMethods: whole.paymentMethods, accountsOff: whole.accountsOff })
  })

  it('tells times by the clock of the shop', () => {
    expect(inputOfLink(whole, { timeZone })).toMatchObject({ startsAt: '2026-12-01T10:00', expiry: { kind: 'at', at: '2026-12-02T10:00' } })
  })
})

describe('what was kept of a form', () => {
  it('is read field by field: what does not fit costs itself alone, and is named', () => {
    expect(readContent({ title: 'Ada', usageLimit: 'banyak', items: [{ name: 'Kaos', price: '', quantity: '0' }, null], paymentMethods: ['gone'], colour: 'red' })).toEqual({
      content: { title: 'Ada', items: [{ name: 'Kaos', price: '', quantity: '1' }, { name: '', price: '', quantity: '1' }] },
      dropped: ['usageLimit', 'items', 'paymentMethods', 'other'],
    })
  })

  it.each([[null], [undefined], [7], ['text'], [[]], [{ items: 'none' }], [{ items: { length: 9 } }], [JSON.parse('{"__proto__": {"title": "x"}}')]])('never fails: %j', (stored) => {
    const { content } = readContent(stored)
    expect(createLinkSchema.safeParse({ ...ids, ...contentOf(withContent(emptyDraft(ids), { ...content, items: [{ name: 'A', price: '1', quantity: '1' }] })) }).success).toBe(true)
  })

  it('begins a new link without what is past or not offered', () => {
    const content = { startsAt: '2026-11-20T11:59', expiry: { kind: 'at' as const, at: '2026-11-20T12:00' }, paymentMethods: ['gopay' as const, 'cod' as const] }
    expect(freshContent({ content, dropped: [] }, { timeZone, at, methods: ['gopay'] })).toEqual({ content: { startsAt: '', expiry: { kind: 'never' }, paymentMethods: ['gopay'] }, dropped: ['startsAt', 'expiry', 'paymentMethods'] })
    const ahead = { startsAt: '2026-11-20T12:01', expiry: { kind: 'after' as const, amount: '2', unit: 'days' as const } }
    expect(freshContent({ content: ahead, dropped: [] }, { timeZone, at, methods: [] })).toEqual({ content: ahead, dropped: [] })
  })
})
