import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markupOf } from './markup'

const shortly = (text: string) => markupOf(text).map(({ text: part, style }) => (style === 'plain' ? part : `<${style}>${part}</${style}>`)).join('')

it.each([
  ['*Rp 75.000*', '<bold>Rp 75.000</bold>'],
  ['a *b* _c_ ~d~', 'a <bold>b</bold> <italic>c</italic> <strike>d</strike>'],
  ['(*b*)', '(<bold>b</bold>)'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['a*b*c', 'a*b*c'],
  ['* b*', '* b*'],
  ['*a\nb*', '*a\nb*'],
  ['https://a.test/p/x_y_z', 'https://a.test/p/x_y_z'],
  ['*a* dan *b*', '<bold>a</bold> dan <bold>b</bold>'],
])('shows %j as WhatsApp does', (text, shown) => {
  expect(shortly(text)).toBe(shown)
})

it('loses nothing but the signs', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('*', '_', '~', 'a', ' ', '\n') }), (text) => {
      expect(markupOf(text).map(({ text: part, style }) => (style === 'plain' ? part : `${SIGNS[style]}${part}${SIGNS[style]}`)).join('')).toBe(text)
    }),
  )
})

const SIGNS = { bold: '*', italic: '_', strike: '~' } as const
