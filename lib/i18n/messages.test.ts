import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import compile from 'icu-minify/compile'
import format from 'icu-minify/format'
import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { LOCALES, pickLocale } from './locales'
import { MESSAGES } from './messages'

type Tree = { [key: string]: string | Tree }

/** Every text by its path. */
function textsOf(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...textsOf(value, `${path}${key}.`)],
    ),
  )
}

/** The names that a text expects values for, tags too; what stands in a plural's branches without a name is text. */
function placeholdersOf(text: string): string[] {
  const withoutBranches = text.replaceAll(/\b(?:zero|one|two|few|many|other|=\d+)\s*\{[^{}]*\}/g, '')
  return [...new Set([...withoutBranches.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map(([, name, tag]) => name ?? tag ?? ''))].sort()
}

/** For every name in a text: `count` where it counts something, a tag that shows itself, else a word. */
function valuesFor(text: string, count: number): Record<string, unknown> {
  const words = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, `some ${name}`])
  const counts = [...text.matchAll(/\{(\w+),/g)].map(([, name = '']) => [name, count])
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, tag = '']) => [tag, (inside: string | string[]) => `<${tag}>${[inside].flat().join('')}</${tag}>`])
  return Object.fromEntries([...words, ...counts, ...tags])
}

const english = textsOf(MESSAGES.en as Tree)
const indonesian = textsOf(MESSAGES.id as Tree)

describe('the texts', () => {
  it('stand in both languages, under the same keys', () => {
    expect([...indonesian.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('expect the same values in both languages', () => {
    for (const [key, text] of english) expect({ key, names: placeholdersOf(indonesian.get(key) ?? '') }).toEqual({ key, names: placeholdersOf(text) })
  })

  it('are never empty and can all be read by the formatter', () => {
    for (const locale of LOCALES) {
      const t = createTranslator({ locale, messages: MESSAGES[locale], onError: (error) => { throw error } })
      for (const [key, text] of locale === 'en' ? english : indonesian) {
        expect(text.trim(), `${locale} ${key}`).not.toBe('')
        expect(() => t.raw(key as never) as unknown, key).not.toThrow()
      }
    }
  })

  it('are plain where they are read without a translator, which would be given what the build compiled', () => {
    const plain = [...english.keys(), ...indonesian.keys()].filter((key) => /^(?:common\.(?:appName|retry|crash\.\w+)|checkout\.claim\.reasons\.\w+|methods\.\w+)$/.test(key))
    expect(plain.length).toBeGreaterThan(20)
    expect(plain.filter((key) => compile(english.get(key) ?? '') !== english.get(key) || compile(indonesian.get(key) ?? '') !== indonesian.get(key))).toEqual([])
  })

  it('say the same in a page, where they are compiled, and in a letter, where they are not', () => {
    const formatters = {
      getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args),
      getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
    }
    for (const locale of LOCALES) {
      const t = createTranslator({ locale, messages: MESSAGES[locale], onError: (error) => { throw error } })
      const inPage = (text: string, values: object) => format(compile(text), locale, values as never, { formatters } as never)
      for (const [key, text] of locale === 'en' ? english : indonesian) {
        for (const count of [0, 1, 2, 1234]) {
          const values = valuesFor(text, count)
          const shown = inPage(text, values)
          expect({ key, text: t.markup(key as never, values as never) }).toEqual({ key, text: [shown].flat().join('') })
          // Of an empty one a page would show an error.
          expect([key, shown]).not.toEqual([key, []])
        }
      }
    }
  })

  it('speak politely to who pays: no “kamu” on the payment page, where only the simulator’s panel talks to the seller', () => {
    const familiar = [...indonesian].filter(([key, text]) => /^checkout\.(?!simulator\.)/.test(key) && /\bkamu\b|\b(?!bertemu|ketemu)\p{L}{4,}mu\b/iu.test(text))
    expect(familiar).toEqual([])
  })

  it('are all loaded: no file of texts lies beside the others unread', () => {
    for (const locale of LOCALES) {
      const areas = readdirSync(join(import.meta.dirname, 'messages', locale)).map((file) => file.replace('.json', ''))
      expect(areas.sort()).toEqual(Object.keys(MESSAGES[locale]).sort())
    }
  })

  it('have a sentence for every message that a schema or a use case can give', () => {
    const sources = ['lib/link/schema.ts', 'lib/link/rules.ts', 'lib/link/create-link.ts', 'lib/order/schema.ts', 'lib/auth/schema.ts', 'lib/auth/sign-in.ts',
      'lib/auth/sign-up.ts', 'lib/auth/reset-password.ts', 'lib/shop/schema.ts', 'lib/platform/text.ts', 'lib/platform/field-errors.ts', 'lib/refund/schema.ts', 'lib/refund/rules.ts', 'lib/refund/refund-order.ts', 'lib/order/decide-order.ts',
      'lib/push/schema.ts', 'lib/push/allow-browser.ts', 'lib/link/edit/edit-link.ts', 'lib/link/template/keep-template.ts', 'lib/link/template/schema.ts']
    const code = sources.map((file) => readFileSync(file, 'utf8')).join('\n')
    const patterns = [/(?:error|message): '([A-Za-z][\w.]*)'/g, /\.(?:min|max|regex|refine|email|int)\([^'\n]*'([a-z]\w*)'\)/g, /(?:invalid|fields)\(?:? ?\{[^}]*: '([a-z]\w*)' ?\}/g]
    const keys = new Set(patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, key = '']) => key)))
    expect(keys.size).toBeGreaterThan(20)
    for (const key of keys) expect(english.has(`errors.${key}`), key).toBe(true)
  })
})

describe('pickLocale', () => {
  it.each([
    ['what was chosen before anything else', { chosen: 'en', acceptLanguage: 'id' }, 'en'],
    ["the browser's first language that we speak", { acceptLanguage: 'fr-FR, en;q=0.8, id;q=0.5' }, 'en'],
    ['by weight, not by place', { acceptLanguage: 'en;q=0.3, id-ID;q=0.9' }, 'id'],
    ['the old code for Indonesian', { acceptLanguage: 'in-ID' }, 'id'],
    ['no language that the browser refuses', { acceptLanguage: 'en;q=0' }, 'id'],
    ["the shop's when the browser speaks none of ours", { acceptLanguage: 'de', fallback: 'en' as const }, 'en'],
    ['Indonesian when nothing is known', {}, 'id'],
    ['nothing that we do not speak', { chosen: 'xx', acceptLanguage: '*' }, 'id'],
  ])('takes %s', (_, wish, locale) => {
    expect(pickLocale(wish)).toBe(locale)
  })
})
