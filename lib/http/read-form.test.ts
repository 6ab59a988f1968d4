import { describe, expect, it } from 'vitest'
import { readForm } from './read-form'

const TYPE = 'application/x-www-form-urlencoded'
const send = async (body: BodyInit, type: string | null = TYPE) =>
  await readForm(new Request('http://localhost/', { method: 'POST', body, headers: type ? { 'content-type': type } : {} }))

describe('readForm', () => {
  it('reads a plain form, its content type in any case and with a charset', async () => {
    expect(await send('a=1&b=dua+kata', 'Application/X-WWW-Form-URLEncoded; charset=UTF-8')).toEqual({ ok: true, fields: { a: '1', b: 'dua kata' } })
  })

  it('never fails on broken encodings', async () => {
    expect(await send(`a=%ZZ&b=%E0%A4%A&c=%00`)).toMatchObject({ ok: true, fields: { a: '%ZZ', c: '\0' } })
    expect(await send(new Uint8Array([0x61, 0x3d, 0xff, 0xfe]))).toMatchObject({ ok: true, fields: { a: '\ufffd\ufffd' } })
  })

  it('keeps a field that is named like a part of every object', async () => {
    const form = await send('__proto__=1&constructor=2')
    expect(form.ok && Object.entries(form.fields)).toEqual([['__proto__', '1'], ['constructor', '2']])
  })

  it.each([
    ['a field sent twice', 'a=1&a=2', TYPE, 400],
    ['JSON', '{}', 'application/json', 415],
    ['a multipart form', 'x', 'multipart/form-data; boundary=x', 415],
    ['a body without a type', new Uint8Array([1]), null, 415],
    ['more than 16 KB', `a=${'x'.repeat(17_000)}`, TYPE, 413],
  ])('refuses %s', async (_name, body, type, status) => {
    expect(await send(body, type)).toEqual({ ok: false, status })
  })

  it('stops reading a body that never says how long it is', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024
        controller.enqueue(new Uint8Array(1024).fill(97))
      },
    })
    const request = new Request('http://localhost/', { method: 'POST', body: endless, headers: { 'content-type': TYPE }, duplex: 'half' } as RequestInit)
    expect(await readForm(request)).toEqual({ ok: false, status: 413 })
    expect(sent).toBeLessThan(64 * 1024)
  })
})
