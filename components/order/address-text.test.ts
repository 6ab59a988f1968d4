import { expect, it } from 'vitest'
import { addressText } from './address-text'

it('is one line for each part of an address, without those that were left out', () => {
  const address = { name: 'Budi', phone: '0813', address: 'Jl. Kenanga 5', city: 'Bandung', postalCode: '40123', note: 'Pagar hijau' }
  expect(addressText(address)).toBe('Budi\n0813\nJl. Kenanga 5\nBandung 40123\nPagar hijau')
  expect(addressText({ ...address, postalCode: '', note: '' })).toBe('Budi\n0813\nJl. Kenanga 5\nBandung')
})
