import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAddress } from './rules'

const OWN = 'https://tautan.example'
const read = (pasted: string) => readAddress(pasted, OWN)

describe('what somebody pasted', () => {
  it.each([
    ['the address', 'https://tautan.example/p/voal-75'],
    ['the address of an order of it', 'https://tautan.example/p/voal-75/abcdefghijklmnopqrstuv'],
    ['with a question behind it', 'https://tautan.example/p/voal-75?lang=en#x'],
    ['its longer form', 'https://tautan.example/payment-links/voal-75'],
    ['without https', 'tautan.example/p/voal-75'],
    ['the ID alone', ' voal-75 '],
    ['the ID in capitals', 'VOAL-75'],
    ['the host in capitals', 'HTTPS://Tautan.Example/p/voal-75'],
    ['with its own port', 'https://tautan.example:443/p/voal-75'],
    ['within a message', 'Halo kak, ini link-nya: https://tautan.example/p/voal-75. Terima kasih!'],
    ['within a message about money', 'Total: Rp 75.000 (dp:25.000), bayar di: https://tautan.example/p/voal-75'],
    ['in brackets', '<https://tautan.example/p/voal-75>'],
    ['twice the same', 'https://tautan.example/p/voal-75 https://tautan.example/p/voal-75'],
  ])('is our link: %s', (_, pasted) => {
    expect(read(pasted)).toEqual({ kind: 'link', slug: 'voal-75' })
  })

  it.each([
    ['userinfo', 'https://tautan.example@jahat.example/p/voal-75'],
    ['userinfo', 'https://tautan.example:443@jahat.example/p/voal-75'],
    ['userinfo', 'https://a:b@tautan.example/p/voal-75'],
    ['userinfo', 'tautan.example@jahat.example/p/voal-75'],
    ['punycode', 'https://tаutan.example/p/voal-75'],
    ['punycode', 'https://xn--tutan-4ve.example/p/voal-75'],
    ['punycode', 'https://ｔautan.example/p/voal-75'],
    ['hidden', 'https://tautan.example\\@jahat.example/p/voal-75'],
    ['hidden', 'https://tautan.example\\.jahat.example/p/voal-75'],
    ['hidden', 'https://tautan\u200b.example/p/voal-75'],
    ['hidden', 'https://tautan.example/p/\u202evoal-75'],
    ['similar', 'https://tautan.example.jahat.example/p/voal-75'],
    ['similar', 'https://tautan.exampIe.net/p/voal-75'],
    ['similar', 'https://tautam.example/p/voal-75'],
    ['similar', 'https://tautan-bayar.example/p/voal-75'],
    ['similar', 'https://t4utan.example/p/voal-75'],
    ['similar', 'https://tautan.example./p/voal-75'],
    ['insecure', 'http://tautan.example/p/voal-75'],
    ['port', 'https://tautan.example:8443/p/voal-75'],
    ['scheme', 'javascript:alert(1)'],
    ['scheme', 'data:text/html,https://tautan.example/p/voal-75'],
    ['scheme', 'intent://tautan.example/p/voal-75#Intent;scheme=https;end'],
    ['scheme', 'ftp://tautan.example/p/voal-75'],
  ])('pretends (%s): %s', (trick, pasted) => {
    expect(read(pasted)).toMatchObject({ kind: 'lookalike', trick })
  })

  it.each([
    ['another site', 'https://jahat.invalid/p/voal-75', 'jahat.invalid'],
    ['our address behind theirs', 'https://jahat.invalid/https://tautan.example/p/voal-75', 'jahat.invalid'],
    ['our address as a question', 'https://jahat.invalid/?go=https://tautan.example/p/voal-75', 'jahat.invalid'],
    ['our address behind a hash', 'https://jahat.invalid#tautan.example/p/voal-75', 'jahat.invalid'],
    ['a number', 'http://203.0.113.7/p/voal-75', '203.0.113.7'],
    ['a shortener', 'bit.ly/3xYz', 'bit.ly'],
  ])('is foreign: %s', (_, pasted, host) => {
    expect(read(pasted)).toEqual({ kind: 'foreign', host })
  })

  it.each([
    ['noLink', 'https://tautan.example/'],
    ['noLink', 'https://tautan.example/sign-in'],
    ['noLink', 'https://tautan.example/p/'],
    ['noLink', 'https://tautan.example/p/VOAL'],
    ['noLink', 'https://tautan.example/p/a%2fb'],
    ['noLink', 'https://tautan.example/p/../links'],
    ['noLink', 'https://tautan.example/redirect?to=/p/voal-75'],
    ['several', 'https://tautan.example/p/voal-75 https://jahat.invalid/p/voal-75'],
    ['several', 'https://tautan.example/p/voal-75\nwww.jahat.invalid'],
    ['unreadable', ''],
    ['unreadable', 'Halo kak, apa kabar?'],
    ['unreadable', 'https://'],
    ['unreadable', 'a\uD800b'],
    ['unreadable', 'x'.repeat(3_000)],
  ])('is %s: %s', (kind, pasted) => {
    expect(read(pasted)).toMatchObject({ kind })
  })

  it('is no forgery for a server that itself has no https', () => {
    expect(readAddress('http://localhost:3000/p/voal', 'http://localhost:3000')).toEqual({ kind: 'link', slug: 'voal' })
    expect(readAddress('localhost:3000/p/voal', 'http://localhost:3000')).toEqual({ kind: 'link', slug: 'voal' })
  })

  it('never throws, and calls nothing our link whose address a browser would take elsewhere', () => {
    const parts = fc.constantFrom('https://', 'http://', 'tautan.example', 'jahat.example', '@', '/', '\\', ':', '.', '#', '?', '/p/', 'voal', ' ', '\t', '%', '\u200b', 'xn--', '[', ']', '//')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.array(parts, { maxLength: 10 }).map((all) => all.join(''))), (pasted) => {
        const answer = read(pasted)
        if (answer.kind !== 'link' || /^[a-z0-9-]+$/i.test(pasted.trim().replace(/^[<("'“]+|[>)"'”]+$/gu, ''))) return
        const word = pasted.split(/\s+/u).find((text) => text.includes('tautan.example')) ?? ''
        const trimmed = word.replace(/^[<("'“]+|[>)"'”]+$/gu, '')
        expect(URL.parse(/^https?:/i.test(trimmed) ? trimmed : `https://${trimmed}`)?.origin).toBe(OWN)
      }),
      { numRuns: 3_000 },
    )
  })
})
