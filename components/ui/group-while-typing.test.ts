import { describe, expect, it } from 'vitest'
import { groupWhileTyping, tidyPrice } from './group-while-typing'

/** Types one character after the other at the end. */
function type(keys: string): string {
  return [...keys].reduce((held, key) => groupWhileTyping(held, { text: held + key, caret: held.length + 1 }).text, '')
}

describe('groupWhileTyping', () => {
  it.each([
    ['85', '85'],
    ['85000', '85.000'],
    ['1234567', '1.234.567'],
    ['85.000', '85.000'],
    ['85.0000', '850.000'],
    ['-5000', '-5.000'],
    ['4.35', '4.35'],
    ['1e3', '1e3'],
    ['Rp 5', 'Rp 5'],
    ['10,5', '10,5'],
  ])('typing %s shows %s', (keys, shown) => {
    expect(type(keys)).toBe(shown)
  })

  it('keeps a pasted price that is not in groups of three', () => {
    expect(groupWhileTyping('', { text: '4.35', caret: 4 }).text).toBe('4.35')
    expect(groupWhileTyping('', { text: '1500000', caret: 7 }).text).toBe('1.500.000')
  })

  it('regroups when a digit is taken away', () => {
    expect(groupWhileTyping('85.000', { text: '85.00', caret: 5 })).toEqual({ text: '8.500', caret: 5 })
    expect(groupWhileTyping('1.000', { text: '.000', caret: 0 })).toEqual({ text: '000', caret: 0 })
  })

  it('leaves the caret behind the digit that was typed in the middle', () => {
    // 85.000 with a 1 typed between 8 and 5
    expect(groupWhileTyping('85.000', { text: '815.000', caret: 2 })).toEqual({ text: '815.000', caret: 2 })
    expect(groupWhileTyping('815.000', { text: '8815.000', caret: 2 })).toEqual({ text: '8.815.000', caret: 3 })
  })

  it('puts a deleted dot back and moves the caret in front of it', () => {
    expect(groupWhileTyping('85.000', { text: '85000', caret: 2 })).toEqual({ text: '85.000', caret: 2 })
  })
})

describe('tidyPrice', () => {
  it.each([
    ['Rp 85.000', '85.000'],
    ['85,000', '85.000'],
    ['85000,00', '85.000'],
    ['0850', '850'],
    ['4.35', '4.35'],
    ['1e3', '1e3'],
    ['', ''],
  ])('%s becomes %s', (typed, shown) => {
    expect(tidyPrice(typed)).toBe(shown)
  })
})
