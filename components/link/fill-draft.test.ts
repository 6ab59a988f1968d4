import { describe, expect, it } from 'vitest'
import { parseChat } from '@/lib/chat/parse-chat'
import { createLinkSchema } from '@/lib/link/schema'
import { fillDraft } from './fill-draft'
import { draftTotal, emptyDraft, inputOf } from './link-draft'

const ids = { submissionId: 'c0a8f0de-0000-4000-8000-000000000000', orderId: 'INV-1', slug: 'inv-1' }
const filled = (chat: string, draft = emptyDraft(ids)) => fillDraft(draft, parseChat(chat), { shipping: 'Ongkir', discount: 'Diskon' })

describe('fillDraft', () => {
  it('makes a whole form of a whole order, which can be sent as it is', () => {
    const draft = filled('Nama: Sari Wulandari / alamat: Jl. Melati 5 / 2 kaos M @75rb, 1 topi 50.000 / ongkir 15k / diskon 10rb / catatan: kado / 0812-3456-7890')
    expect(draft.items).toEqual([
      { name: 'kaos M', price: '75.000', quantity: '2', isDiscount: false },
      { name: 'topi', price: '50.000', quantity: '1', isDiscount: false },
      { name: 'Ongkir', price: '15.000', quantity: '1', isDiscount: false },
      { name: 'Diskon', price: '10.000', quantity: '1', isDiscount: true },
    ])
    expect(draft.isForOneCustomer).toBe(true)
    expect(draft.customer).toEqual({ firstName: 'Sari', lastName: 'Wulandari', phone: '0812-3456-7890', email: '', notes: 'Jl. Melati 5\nkado' })
    expect(draftTotal(draft.items, 'IDR')).toBe(205_000)
    expect(createLinkSchema.safeParse(inputOf(draft)).success).toBe(true)
  })

  it('leaves a price that nobody told to the seller', () => {
    expect(filled('2 kaos M').items).toEqual([{ name: 'kaos M', price: '', quantity: '2', isDiscount: false }])
  })

  it('makes a form in rupiah of prices in a chat, whatever the shop sells in', () => {
    expect(filled('2 kaos M @75rb', emptyDraft(ids, 'USD'))).toMatchObject({ currency: 'IDR', items: [{ price: '75.000' }] })
    expect(filled('halo kak', emptyDraft(ids, 'USD')).currency).toBe('USD')
  })

  it('keeps what the form has and the chat does not say', () => {
    const typed = { ...emptyDraft(ids), title: 'Toko', items: [{ name: 'Tas', price: '5.000', quantity: '1', isDiscount: false }], customer: { firstName: 'Dewi', lastName: 'L', email: 'd@example.com', phone: '', notes: '' } }
    expect(filled('0812-3456-7890', typed)).toEqual({ ...typed, isForOneCustomer: true, customer: { ...typed.customer, phone: '0812-3456-7890' } })
    expect(filled('halo kak', typed)).toEqual(typed)
  })
})
