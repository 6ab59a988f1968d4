import { expect, it } from 'vitest'
import { whatsappUrl } from './whatsapp-url'

it('carries the text literally, line breaks and emoji too', () => {
  const text = 'Halo 🌸 a&b=c #1\n\nhttps://tautan.id/p/kerudung'
  const url = new URL(whatsappUrl({ text }))
  expect(url.origin + url.pathname).toBe('https://wa.me/')
  expect(url.searchParams.get('text')).toBe(text)
  expect(url.hash).toBe('')
})

it('goes to a customer when their number is known', () => {
  expect(whatsappUrl({ text: 'Hai', number: '6281234567890' })).toBe('https://wa.me/6281234567890?text=Hai')
})
