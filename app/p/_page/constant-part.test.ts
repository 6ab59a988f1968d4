import { describe, expect, it } from 'vitest'
import { bytesOf, constantPart } from './constant-part'

describe('constant parts', () => {
  it('stand in the finished page where they were marked, as often as they were', () => {
    const [styles, list] = [constantPart('a{content:"—"}'), constantPart('<ul>…</ul>')]
    expect(bytesOf(`<style>${styles}</style>Sari 👗${list}${list}`).toString()).toBe('<style>a{content:"—"}</style>Sari 👗<ul>…</ul><ul>…</ul>')
  })

  it('are kept once', () => {
    expect(constantPart('<p>same</p>')).toBe(constantPart('<p>same</p>'))
  })

  it('leave a page without any as it is, whatever a customer typed', () => {
    const text = '<p>:0: 00000000-0000-0000-0000-000000000000:0:</p>'
    expect(bytesOf(text).toString()).toBe(text)
  })
})
