import { expect, it } from 'vitest'
import { emptyDraft, emptyItem } from './link-draft'
import { typedOver } from './typed-over'

const opened = emptyDraft({ submissionId: 'new', orderId: 'NEW', slug: 'new' })
const kept = { ...emptyDraft({ submissionId: 'old', orderId: 'OLD', slug: 'old' }), title: 'Batik', items: [{ ...emptyItem(), name: 'Kain', price: '50000' }, { ...emptyItem(), name: 'Ongkir', price: '9000' }] }

it('what was kept comes back whole where nothing was typed', () => {
  expect(typedOver(kept, opened, opened)).toEqual(kept)
})

it('what was typed meanwhile stays, and nothing else of the form is taken for typed', () => {
  const typed = { ...opened, items: [{ ...emptyItem(), name: 'Tas' }], customer: { ...opened.customer, email: 'a@b.example' } }
  expect(typedOver(kept, typed, opened)).toEqual({
    ...kept,
    items: [{ ...emptyItem(), name: 'Tas', price: '50000' }, kept.items[1]],
    customer: { ...kept.customer, email: 'a@b.example' },
  })
})

it('rows that were added meanwhile are what was typed', () => {
  const items = [emptyItem(), { ...emptyItem(), name: 'Tas' }]
  expect(typedOver(kept, { ...opened, items }, opened).items).toEqual(items)
})
