import { beforeEach, describe, expect, it, vi } from 'vitest'
import { refundKeyOf } from './refund-key'

describe('refundKeyOf', () => {
  beforeEach(() => {
    const held = new Map<string, string>()
    vi.stubGlobal('sessionStorage', { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value) })
    return () => vi.unstubAllGlobals()
  })

  it('stays the same over reloads until the refund is known to have arrived', () => {
    const first = refundKeyOf('order-1', [])
    expect(refundKeyOf('order-1', [])).toBe(first)
    expect(refundKeyOf('order-1', [{ refundKey: 'an-older-one' }])).toBe(first)
    const second = refundKeyOf('order-1', [{ refundKey: first }])
    expect(second).not.toBe(first)
    expect(refundKeyOf('order-1', [{ refundKey: first }])).toBe(second)
  })

  it('belongs to one order', () => {
    expect(refundKeyOf('order-1', [])).not.toBe(refundKeyOf('order-2', []))
  })
})
