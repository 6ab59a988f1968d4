import { expect, test } from 'vitest'
import { MAX_BODY_BYTES, readJson, readText } from './read-body'

const requestOf = (body: BodyInit) => new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit)

test('a body of exactly 16 KB is read, one of a byte more is not', async () => {
  expect(MAX_BODY_BYTES).toBe(16_384)
  expect(await readText(requestOf('a'.repeat(16_384)))).toEqual({ ok: true, text: 'a'.repeat(16_384) })
  expect(await readText(requestOf('a'.repeat(16_385)))).toMatchObject({ ok: false, status: 413 })
  // Bytes count, not characters.
  expect(await readText(requestOf('é'.repeat(8_193)))).toMatchObject({ ok: false, status: 413 })
})

test('a body that is too long is taken off the wire up to 4 MB and not kept; the rest is never asked for', async () => {
  let [given, cancelled] = [0, false]
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      given += 16_384
      controller.enqueue(new Uint8Array(16_384).fill(97))
    },
    cancel: () => void (cancelled = true),
  })
  expect(await readText(requestOf(endless))).toMatchObject({ ok: false, status: 413 })
  expect(given).toBeLessThan(4 * 1_024 * 1_024 + 4 * 16_384)
  expect(cancelled).toBe(true)
})

test('a body that breaks off is no error of ours', async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error('aborted')),
  })
  expect(await readText(requestOf(broken))).toMatchObject({ ok: false, status: 400, message: 'The request body broke off.' })
})

test('a character may be cut between two pieces, and half a character is refused', async () => {
  const [first, second] = [new Uint8Array([0xc3]), new Uint8Array([0xa9])]
  const pieces = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(first)
      controller.enqueue(second)
      controller.close()
    },
  })
  expect(await readText(requestOf(pieces))).toEqual({ ok: true, text: 'é' })
  for (const bytes of [[0xc3], [0xff, 0xfe], [0xed, 0xa0, 0x80], [0xc0, 0x80]]) expect(await readText(requestOf(new Uint8Array(bytes)))).toMatchObject({ ok: false, status: 400 })
})

test.each([
  ['{', 'Invalid JSON data provided.'],
  ['', 'Invalid JSON data provided.'],
  ['{"a": 1,}', 'Invalid JSON data provided.'],
  ['NaN', 'Invalid JSON data provided.'],
  ['{"a": {"b": "x\\u0000y"}}', 'a.b contains a character that cannot be stored.'],
  ['{"a": ["\\ud800"]}', 'a.0 contains a character that cannot be stored.'],
  ['{"a": {"x\\u0000": 1}}', 'a has a field whose name contains a character that cannot be stored.'],
  ['"\\u0000"', 'The request body contains a character that cannot be stored.'],
])('%j is refused with words about it', (text, message) => {
  expect(readJson(text)).toEqual({ ok: false, message })
})

test('nesting is refused where it gets deep, and even 16 KB of brackets end well', () => {
  expect(readJson(`${'['.repeat(20)}${']'.repeat(20)}`)).toMatchObject({ ok: true })
  expect(readJson(`${'['.repeat(22)}${']'.repeat(22)}`)).toMatchObject({ ok: false, message: expect.stringContaining('nested too deeply') })
  expect(readJson(`${'['.repeat(8_192)}${']'.repeat(8_192)}`)).toMatchObject({ ok: false })
  expect(readJson(`${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`)).toMatchObject({ ok: false, message: expect.stringMatching(/^.{1,150}$/) })
})

test('a value named __proto__ is a value like others', () => {
  expect(readJson('{"__proto__": {"isAdmin": true}}')).toMatchObject({ ok: true })
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
})
