import { expect, test } from 'vitest'
import { loggable, loggablePath } from './redact'

const text = (value: unknown) => JSON.stringify(loggable(value))

test('nothing personal of a request stays, wherever it stands and whatever type it has', () => {
  const kept = text({
    transaction_details: { order_id: 'INV-1', gross_amount: 20_000 },
    customer_details: { first_name: 'Rahasia', last_name: 'Rahasia', email: 'rahasia@example.com', phone: '0812rahasia', notes: 'rahasia', ktp: 'rahasia', age: 3171234, nested: [{ x: 'rahasia' }], customer_details_required_fields: ['email'] },
    item_details: [{ name: 'Kerudung', price: 20_000, quantity: 1 }],
    metadata: { nama: 'Rahasia', umur: 3171234 }, custom_field1: 'Rahasia', custom_field2: ['rahasia'], custom_field3: { a: 'rahasia' },
    email: ['rahasia@example.com'], phone: { number: 'rahasia' }, first_name: 3171234,
    bca_va: { va_number: '3171234' }, va_numbers: [{ bank: 'bca', va_number: '3171234' }],
    shipping_address: { street: 'Jl. Rahasia', country_code: 'IDN' },
  })
  expect(kept).not.toMatch(/rahasia|3171234/i)
  // What a developer looks for is still there.
  expect(kept).toContain('"order_id":"INV-1","gross_amount":20000')
  expect(kept).toContain('"name":"Kerudung"')
  expect(kept).toContain('"customer_details_required_fields":["email"]')
  expect(kept).toContain('"first_name":"[removed]"')
})

test('a body that is a bare text is removed, nothing and numbers stay', () => {
  expect(loggable('sari@example.com')).toBe('[removed]')
  expect(loggable(null)).toBeNull()
  expect(loggable({ email: null, amount: 1, isOpen: true })).toEqual({ email: null, amount: 1, isOpen: true })
})

test('what is very long is left out', () => {
  expect(loggable({ items: Array.from({ length: 1_000 }, () => ({ name: 'Kerudung voal' })) })).toMatch(/^\[left out: \d+ characters\]$/)
})

test('what was searched for is removed from a path; its filters stay', () => {
  expect(loggablePath(new URL('http://x/v1/payment-links?q=sari@example.com&status=active&limit=10&x%00=1'))).toBe('/v1/payment-links?q=[removed]&status=active&limit=10&x%00=[removed]')
  expect(loggablePath(new URL('http://x/v1/payment-links/INV-1'))).toBe('/v1/payment-links/INV-1')
  expect(loggablePath(new URL(`http://x/${'a'.repeat(2_000)}`))).toHaveLength(1_000)
})
