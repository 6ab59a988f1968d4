import { describe, expect, it } from 'vitest'
import { maskedCustomer, whatsAppAddress } from './contact'

describe('the address that opens WhatsApp', () => {
  it.each([
    ['0812-3456-7890', '6281234567890'],
    ['+62 812 3456 7890', '6281234567890'],
    ['6281234567890', '6281234567890'],
    ['81234567890', '6281234567890'],
    ['+1 (415) 555-0100', '14155550100'],
  ])('writes %s as %s', (phone, digits) => {
    expect(whatsAppAddress(phone, 'Halo & selamat pagi?')).toBe(`https://wa.me/${digits}?text=Halo%20%26%20selamat%20pagi%3F`)
  })

  it('is missing where there is no number to call', () => {
    for (const phone of [null, '', '123', '()', '+999999999999999999']) expect(whatsAppAddress(phone, 'Halo')).toBeNull()
  })
})

describe('a named customer', () => {
  const nobody = { firstName: '', lastName: '', email: '', phone: '', notes: '' }

  it.each([
    [{ firstName: 'Sari', lastName: 'Wulandari', phone: '+62 812-3456-7890' }, 'Sari W. · 0812-…-7890'],
    [{ firstName: 'Sari', email: 'sari@example.com' }, 'Sari · s…@example.com'],
    [{ phone: '123456' }, '…56'],
    [{ email: 'a@b.co' }, 'a…@b.co'],
  ])('recognises themselves, and nobody else learns how to reach them', (customer, shown) => {
    expect(maskedCustomer({ ...nobody, ...customer })).toBe(shown)
  })
})
