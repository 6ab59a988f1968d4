import { inflateSync } from 'node:zlib'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { readLogo } from '@/lib/file/read-logo'
import { photo } from '@/prisma/testing/hostile-pictures'
import { NOON } from '@/prisma/testing/factories'
import { composeLinkDocument, composeOrderDocument } from './compose-document'
import { drawDocument } from './draw-document'
import { documentFileName, documentOf, type DocumentKind } from './rules'
import { printable, runsOf, type ScriptNames } from './runs'
import { SCRIPTS } from './scripts'
import type { DocumentShop, LinkFacts, OrderFacts } from './views'

const shop: DocumentShop = {
  name: 'Toko Melati', phone: '0812-3456-7890', timeZone: 'Asia/Jakarta', supportEmail: 'halo@melati.id', website: 'https://melati.id/', instagram: 'toko.melati',
  address: { street: 'Jl. Braga 12', city: 'Bandung', postalCode: '40111', province: 'Jawa Barat' }, thankYou: 'Makasih banyak, Kak!', accentColor: '#b3261e', logo: null,
}

const facts = (more: Partial<OrderFacts> = {}): OrderFacts => ({
  shop, mode: 'live', slug: 'kerudung', token: 'abcdefghijklmnopqrstuv', orderId: 'sales-1-1763600000000', locale: 'id', status: 'paid', currency: 'IDR',
  items: [{ name: 'Kerudung voal motif', price: 85_000, quantity: 2, sku: 'KV-1' }, { name: 'Potongan', price: -5_000, quantity: 1 }],
  amount: 165_123, uniqueCode: 123, paymentMethod: 'bca_va', instructions: { kind: 'virtualAccount', number: '1234567890' },
  customer: { name: 'Sari Wulandari', phone: '0812-1111-2222', email: 'sari@example.com' }, createdAt: NOON, expiresAt: new Date(NOON.getTime() + 86_400_000), paidAt: new Date(NOON.getTime() + 600_000), refunds: [], rest: null,
  ...more,
})

async function read(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  return text.replaceAll(/\s+/g, ' ')
}

/** What a PDF says that is not drawn: PDF 1.7, 14.9.4. */
function hiddenTexts(pdf: Buffer): string[] {
  const found = pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)
  return [...found].flatMap(([, bytes = '']) => {
    const content = unpacked(Buffer.from(bytes, 'latin1'))
    return [...content.matchAll(/\/ActualText \(\xfe\xff((?:\\[\s\S]|[^\\)])*)\)/g)].map(([, text = '']) => Buffer.from(text.replaceAll(/\\([\s\S])/g, '$1'), 'latin1').swap16().toString('utf16le'))
  })
}

function unpacked(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return ''
  }
}

const receipt = async (more: Partial<OrderFacts> = {}, { locale = 'id', kind = 'receipt', at = NOON }: { locale?: 'id' | 'en'; kind?: DocumentKind; at?: Date } = {}) => {
  const pdf = await drawDocument(composeOrderDocument(facts(more), { kind, locale, at }))
  return { pdf, text: await read(pdf) }
}

describe('a receipt', () => {
  it('says who sold what to whom, for how much, when and how, in small', async () => {
    const { pdf, text } = await receipt()
    for (const said of ['Kuitansi', 'Lunas', 'Toko Melati', 'Jl. Braga 12', 'Bandung 40111, Jawa Barat', 'halo@melati.id · melati.id · @toko.melati', 'Untuk', 'Sari Wulandari',
      'sales-1-1763600000000', 'Jum, 20 Nov 2026, 12.10 WIB', 'Kerudung voal motif', 'KV-1', 'Rp 85.000', 'Rp 170.000', 'Potongan', '-Rp 5.000', 'Kode unik', 'Rp 123', 'Dibayar Rp 165.123',
      'Makasih banyak, Kak!', '/p/kerudung/abcdefghijklmnopqrstuv']) expect(text).toContain(said)
    expect(text).not.toMatch(/TES:|dikembalikan|Tagihan/)
    expect(pdf.length).toBeLessThan(60_000)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('is written in English too', async () => {
    const { text } = await receipt({}, { locale: 'en' })
    for (const said of ['Receipt', 'Paid', 'For', 'Fri, 20 Nov 2026, 12:10 WIB', 'Unique code', 'Qty']) expect(text).toContain(said)
  })

  it('bears the logo, stays under 200 KB, and keeps nothing of the file that was sent', async () => {
    const sent = await photo({ width: 1200, height: 800, orientation: 6 })
    const read = await readLogo(sent)
    if (!read.ok) throw new Error(read.problem)
    const plain = await receipt()
    const { pdf } = await receipt({ shop: { ...shop, logo: read.logo.png } })
    expect(pdf.length).toBeLessThan(200_000)
    expect(pdf.length).toBeGreaterThan(plain.pdf.length)
    expect(pdf.includes('Rahasia')).toBe(false)
    expect(pdf.toString('latin1')).toContain('/Subtype /Image')
  })

  it('says on test orders that no money moved', async () => expect((await receipt({ mode: 'test' })).text).toContain('TES: tidak ada uang'))

  it.each([
    ['less', 150_000, 'Kurang dari tagihan sebesar Rp 15.123'],
    ['more', 170_000, 'Lebih dari tagihan sebesar Rp 4.877'],
  ])('tells %s than was asked as it was', async (_, amount, difference) => {
    const { text } = await receipt({ amount })
    expect(text).toContain('Tagihan Rp 165.123')
    expect(text).toContain(`Dibayar ${amount === 150_000 ? 'Rp 150.000' : 'Rp 170.000'}`)
    expect(text).toContain(difference)
  })

  it('names the order that brought what was missing', async () => {
    const { text } = await receipt({ amount: 150_000, rest: { orderId: 'SISA-ABCD2345-1796012121457', amount: 15_124 } })
    expect(text).toContain('Dibayar lewat pesanan SISA-ABCD2345-1796012121457 Rp 15.124')
  })

  it('tells what went back, and what is left', async () => {
    const at = new Date(NOON.getTime() + 86_400_000)
    const part = await receipt({ status: 'partially_refunded', refunds: [{ amount: 65_123, at, reason: 'Satu barang habis', channel: 'manual' }] })
    for (const said of ['Dikembalikan sebagian', 'Uang yang dikembalikan', 'Sab, 21 Nov 2026, 12.00 WIB · oleh toko · Satu barang habis', '-Rp 65.123', 'Dibayar dan tidak dikembalikan Rp 100.000']) expect(part.text).toContain(said)
    const all = await receipt({ status: 'refunded', refunds: [{ amount: 100_000, at, reason: 'a', channel: 'rail' }, { amount: 65_123, at, reason: 'b', channel: 'rail' }] })
    expect(all.text).toContain('Dibayar dan tidak dikembalikan Rp 0')
    expect(all.text).not.toContain('sebagian')
    // The shop's thanks, which may say when the parcel goes out, stand only while it keeps something.
    expect(part.text).toContain('Makasih banyak')
    expect(all.text).not.toContain('Makasih banyak')
  })

  it('goes on over as many pages as there are items', async () => {
    const items = Array.from({ length: 50 }, (_, index) => ({ name: `Barang nomor ${index + 1} ${'panjang sekali '.repeat(4)}`, price: 999_999_999, quantity: 999_999 }))
    const { pdf, text } = await receipt({ items })
    expect(text).toContain('Barang nomor 50')
    expect(text).toContain('Halaman 1 dari 4')
    expect((await getDocumentProxy(new Uint8Array(pdf))).numPages).toBe(4)
  })

  it('comes out whatever was typed, without a wrong letter or digit', async () => {
    const customer = { name: '山田太郎 محمد ٣٤٥', phone: '0812', email: null }
    const hostile = { ...shop, name: '𝓣𝓸𝓴𝓸 𝐌𝐞𝐥𝐚𝐭𝐢 🌸', address: { street: 'a\u0000b\u202e12\n(\\)<script>' }, thankYou: null }
    const { text } = await receipt({ shop: hostile, customer, items: [{ name: 'Đặng Ελλάδα Москва Łódź', price: 165_000, quantity: 1 }] })
    expect(text).toContain('Toko Melati')
    expect(text).toContain('Đặng Ελλάδα Москва Łódź')
    expect(text).toContain('Yang di dalam kurung siku tidak bisa dicetak')
    expect(text).toContain('(\\)<script>')
    expect(text).toContain('Untuk [aksara Tionghoa] [aksara Arab] 0812')
    expect(text).not.toContain('?')
  })

  it('gives who copies the name of a script from it what was typed', async () => {
    const { pdf } = await receipt({ customer: { name: 'Bu 山田 太郎', phone: null, email: null } })
    expect(hiddenTexts(pdf)).toEqual(['山田 太郎'])
  })

  it('says of late money that the shop has yet to decide, and thanks for nothing', async () => {
    const { text } = await receipt({ status: 'paid_late' })
    for (const said of ['Kuitansi', 'Dibayar terlambat', 'Dibayar Rp 165.123', 'Toko memutuskan']) expect(text).toContain(said)
    expect(text).not.toMatch(/Lunas|Makasih/)
    expect((await receipt({ status: 'paid_late' }, { locale: 'en' })).text).toContain('Paid late')
  })
})

describe('an invoice', () => {
  it('asks for the money of an open order and proves nothing', async () => {
    const { text } = await receipt({ status: 'pending', paidAt: null }, { kind: 'invoice' })
    for (const said of ['Invoice', 'Belum dibayar', 'Bayar sebelum', 'Harus dibayar Rp 165.123', 'bukan bukti pembayaran', '/p/kerudung/']) expect(text).toContain(said)
    expect(text).not.toMatch(/Lunas|Kuitansi/)
  })

  it.each([
    ['cancelled', 'Dibatalkan', NOON], ['denied', 'Ditolak', NOON],
    // Its deadline passed, and nothing has written that down yet.
    ['pending', 'Kedaluwarsa', new Date(NOON.getTime() + 86_400_000)],
  ] as const)('of an order that is %s says so (%s), and asks for nothing', async (status, word, at) => {
    const { text } = await receipt({ status, paidAt: null }, { kind: 'invoice', at })
    for (const said of ['Invoice', word, 'Tagihan Rp 165.123', 'jangan dibayar']) expect(text).toContain(said)
    expect(text).not.toMatch(/Belum dibayar|Harus dibayar|Bayar di sini/)
  })

  const link: LinkFacts = {
    shop: { ...shop, locale: 'id' }, mode: 'live', slug: 'kerudung', orderId: 'sales-1', currency: 'IDR', items: [{ name: 'Kerudung', price: 85_000, quantity: 1 }], amount: 85_000,
    description: 'Kirim Jumat', customer: { name: 'Sari', phone: null, email: null }, createdAt: NOON, expiresAt: null,
    state: 'active', startsAt: null, usageLimit: 1, usedCount: 0, heldCount: 0,
  }

  it.each([
    ['paid', { usedCount: 1 }, 'Lunas', 'sudah dibayar'], ['over', { expiresAt: NOON }, 'Kedaluwarsa', 'jangan dibayar'], ['paused', { state: 'paused' as const }, 'Dijeda', 'tunggu kabar'],
  ])('of a link that is %s asks nobody to pay', async (_, more, word, note) => {
    const text = await read(await drawDocument(composeLinkDocument({ ...link, ...more }, { locale: 'id', at: NOON })))
    for (const said of [word, note, 'Tagihan Rp 85.000']) expect(text).toContain(said)
    expect(text).not.toMatch(/Belum dibayar|Harus dibayar|Bayar di sini/)
  })

  it('is made of a link for a named customer', async () => {
    const text = await read(await drawDocument(composeLinkDocument(link, { locale: 'id', at: NOON })))
    for (const said of ['Invoice', 'Sari', 'sales-1', 'Kirim Jumat', 'Harus dibayar Rp 85.000', '/p/kerudung']) expect(text).toContain(said)
    expect(text).not.toContain('Bayar sebelum')
  })
})

const NAMES = Object.fromEntries(SCRIPTS.map((script) => [script, script])) as ScriptNames

describe('what can be printed', () => {
  it.each([
    ['Kerudung Voal', 'Kerudung Voal', true], ['Rp\u00a085.000', 'Rp\u00a085.000', true], ['𝓣𝓸𝓴𝓸 １２', 'Toko 12', true], ['Bunga 🌸👩‍👩‍👧 1️⃣', 'Bunga', true], ['e\u0301', 'é', true],
    ['\u202e\u200babc', 'abc', true], ['', '', true],
  ])('%j becomes %j', (typed, text, isComplete) => expect(printable(typed, NAMES)).toEqual({ text, isComplete }))

  it.each([
    ['山田', '[chinese]', ['山田']], ['Sari 山田 太郎 Budi', 'Sari [chinese] Budi', ['山田 太郎']], ['山田です。', '[japanese]', ['山田です。']], ['东京、北京。', '[chinese]', ['东京、北京。']],
    ['김 민수', '[korean]', ['김 민수']], ['محمد ٣٤٥ 12', '[arabic] 12', ['محمد ٣٤٥']], ['٣٤٥', '[arabic]', ['٣٤٥']], ['ꦗꦮ กขค', '[javanese] [thai]', ['ꦗꦮ', 'กขค']], ['☰', '[symbol]', ['☰']],
    // Letters that we use for ourselves cannot be brought along.
    ['a\ue000b\ue001c\ue002', 'a[other]b[other]c[other]', ['\ufffd', '\ufffd', '\ufffd']],
  ])('%j is named, not guessed: %j', (typed, shown, actual) => {
    const { text, isComplete } = printable(typed, NAMES)
    expect(isComplete).toBe(false)
    const runs = runsOf(text)
    expect(runs.map((run) => run.text).join('')).toBe(shown)
    expect(runs.flatMap((run) => run.actual ?? [])).toEqual(actual)
  })

  it('is cut where the font changes', () => {
    expect(runsOf('Toko Ελλάδα 12').map(({ text, subset }) => [text, subset])).toEqual([['Toko ', 'latin'], ['Ελλάδα', 'greek'], [' 12', 'latin']])
  })
})

it.each([
  ['pending', 'invoice'], ['in_review', 'invoice'], ['authorized', 'invoice'], ['paid', 'receipt'], ['partially_refunded', 'receipt'], ['refunded', 'receipt'],
  ['paid_late', 'receipt'], ['denied', 'invoice'], ['expired', 'invoice'], ['cancelled', 'invoice'],
] as const)('an order that is %s has: %s', (status, kind) => expect(documentOf(status)).toBe(kind))

it.each([['sales-1-1763', 'receipt-sales-1-1763.pdf'], ['../../a"\r\nb', 'receipt-a-b.pdf'], ['~~', 'receipt-document.pdf'], ['a'.repeat(300), `receipt-${'a'.repeat(80)}.pdf`]])(
  'a file of %j is called %s',
  (orderId, name) => expect(documentFileName('receipt', orderId)).toBe(name),
)
