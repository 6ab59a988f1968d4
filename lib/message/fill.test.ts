import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { FIELDS_OF, MESSAGE_FIELDS, MESSAGE_KINDS, nearestField, unknownFields, type MessageValues } from './fields'
import { fillMessage } from './fill'
import { ORIGINALS } from './originals'
import { templateSchema } from './schema'

const all: MessageValues = {
  name: 'Sari', shop: 'Toko Melati', item: 'Kaos M', amount: 'Rp 75.000', link: 'https://tautan.test/p/kaos', order: 'INV-1', deadline: '20 Nov 2026, 16.30 WIB', reason: 'Nominal beda',
}

describe('fillMessage', () => {
  it.each<[string, string, MessageValues, string]>([
    ['puts every value where its field stands', 'Halo {name}, {item} {amount}', all, 'Halo Sari, Kaos M Rp 75.000'],
    ['takes a field as often as it stands there', '{name} {name}', all, 'Sari Sari'],
    ['does not read a value as a field again', '{item} dari {shop}', { item: '{shop} {name}', shop: '{item}' }, '{shop} {name} dari {item}'],
    ['leaves signs of a value alone', '{item}', { item: '$& $1 \\1 {{name}}' }, '$& $1 \\1 {{name}}'],
    ['greets without a name', 'Halo {name}! Apa kabar', { name: '' }, 'Halo! Apa kabar'],
    ['leaves one space where a value is missing', 'Halo {name} dari {shop}', { name: null, shop: 'Toko' }, 'Halo dari Toko'],
    ['begins a line without the space of what is missing', '{name} halo', { name: ' ' }, 'halo'],
    ['ends a line without the space of what is missing', 'Halo {name}\nya', {}, 'Halo\nya'],
    ['leaves no empty stars and brackets', 'Untuk *{name}* ({name}) ya', {}, 'Untuk ya'],
    ['leaves out a line that is about nothing', 'Halo\n\nBayar sebelum {deadline}.\n\nMakasih', { deadline: null }, 'Halo\n\nMakasih'],
    ['keeps a line of which something is known', '{item} sebelum {deadline}', { item: 'Kaos' }, 'Kaos sebelum'],
    ['leaves out lines at both ends', '{deadline}\n\nHalo\n\n{reason}', {}, 'Halo'],
    ['keeps empty lines that the seller wrote', 'Halo\n\n\nYa', {}, 'Halo\n\n\nYa'],
    ["keeps the seller's own double spaces", 'a  b {name}', all, 'a  b Sari'],
    ['reads line breaks of any kind', 'a\r\n{reason}\r\nb', {}, 'a\nb'],
    ['leaves words in braces that are no field', '{nama} {toString}', all, '{nama} {toString}'],
  ])('%s', (_, body, values, text) => {
    expect(fillMessage(body, values)).toBe(text)
  })

  it('leaves no double spaces, no double empty lines and no field behind, whatever is missing, in our own texts', () => {
    for (const locale of LOCALES) {
      for (const kind of MESSAGE_KINDS) {
        const original = ORIGINALS[locale][kind]
        fc.assert(
          fc.property(fc.subarray([...MESSAGE_FIELDS]), (known) => {
            const text = fillMessage(original, Object.fromEntries(known.map((field) => [field, all[field]])))
            expect(text).not.toMatch(/ {2}|\n{3}|[{}]| \n|\*\*|__|^\s|\s$| [,.!:]/)
          }),
        )
        // The address stands on its own line, so that WhatsApp shows its preview.
        if (original.includes('{link}')) expect(fillMessage(original, all).split('\n')).toContain(all.link)
      }
    }
  })

  it('contains every value that it has a field for, whatever the value is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => value.trim() !== ''), (value) => {
        expect(fillMessage('a {item} b', { item: value })).toBe(`a ${value.trim()} b`)
      }),
    )
  })
})

describe('a message that is saved', () => {
  const parse = (kind: string, body: string, locale = 'id') => {
    const parsed = templateSchema.safeParse({ kind, locale, body })
    return parsed.success ? 'ok' : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(', ')
  }

  it.each([
    ['offer', 'Halo {name} {link}', 'ok'],
    ['offer', 'Halo {name}', 'body: messageNeedsLink'],
    ['offer', 'Halo {nama} {link}', 'body: messageField'],
    ['offer', '{link} {reason}', 'body: messageField'],
    ['offer', '{link} {Name}', 'body: messageField'],
    ['offer', '{link} { name }', 'body: messageField'],
    ['offer', '{link} {}', 'body: messageField'],
    ['remind', '{deadline} :-} {', 'ok'],
    ['rejected', '{reason}', 'ok'],
    ['received', '  \n ', 'body: required'],
    ['received', 'x'.repeat(1001), 'body: max1000'],
    ['received', 'x'.repeat(1000), 'ok'],
    ['received', 'a\0b', 'body: controlCharacters'],
    ['hello', 'Halo', 'kind: unknownField'],
  ])('%s: %j is %s', (kind, body, answer) => {
    expect(parse(kind, body)).toBe(answer)
  })

  it('may be every one of our own, in both languages', () => {
    for (const locale of LOCALES) for (const kind of MESSAGE_KINDS) expect(parse(kind, ORIGINALS[locale][kind], locale)).toBe('ok')
  })

  it.each([
    ['nama', 'name'], ['NAME', 'name'], ['nmae', 'name'], ['harga', 'amount'], ['tautan', 'link'], ['shp', 'shop'], [' item ', 'item'], ['alasan', null], ['constructor', null], ['x', null], ['', null],
  ])('for {%s} the seller probably meant %s', (word, field) => {
    expect(nearestField('offer', word)).toBe(field)
  })

  it('names each unknown word once, as it was typed', () => {
    expect(unknownFields('shipped', '{foo} {foo} {Bar} {name} {link}')).toEqual(['foo', 'Bar'])
    for (const kind of MESSAGE_KINDS) expect(unknownFields(kind, FIELDS_OF[kind].map((field) => `{${field}}`).join(' '))).toEqual([])
  })
})
