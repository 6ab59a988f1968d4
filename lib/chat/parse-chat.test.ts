import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumOf } from './chat-sum'
import { parseChat, type ChatReading } from './parse-chat'

/** What was read, without what was not there: items as `2 × kaos @ 75000`. */
function shortly({ items, customer, doubts, leftovers, ...sums }: ChatReading): Record<string, unknown> {
  const lists = { items: items.map(({ name, quantity, price }) => `${quantity} × ${name}${price === null ? '' : ` @ ${price}`}`), doubts, leftovers }
  const all: Record<string, unknown> = { ...lists, ...sums, ...customer }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)))
}

const CHATS: [string, Record<string, unknown>][] = [
  ['Nama: Sari / alamat: Jl. Melati 5 / 2 kaos M @75rb, 1 topi 50.000 / ongkir 15k / total 215rb / 0812-3456-7890',
    { items: ['2 × kaos M @ 75000', '1 × topi @ 50000'], shipping: 15_000, total: 215_000, name: 'Sari', phone: '0812-3456-7890', address: 'Jl. Melati 5' }],
  ['Sari\nJl. Melati 5\n2 kaos M',
    { items: ['2 × kaos M'], name: 'Sari', address: 'Jl. Melati 5' }],
  ['Nama : Budi Santoso\nNo. HP : 0813 1111 2222\nAlamat : Perum Griya Indah Blok C3/12\nKec. Cimanggis, Depok 16451\nPesanan :\n- Kaos polos hitam L x2 = 150.000\n- Celana chino 32 (1) 185.000\nOngkir : Rp 18.000\nTotal : Rp353.000',
    { items: ['1 × 2 Kaos polos hitam L @ 150000', '1 × Celana chino 32 @ 185000'], shipping: 18_000, total: 353_000, name: 'Budi Santoso', phone: '0813 1111 2222', address: 'Perum Griya Indah Blok C3/12, Kec Cimanggis, Depok 16451' }],
  ['[20/11/26 10:03] Sari: Halo kak mau order 2 kaos hitam M @75rb\n[20/11/26 10:04] Sari: sama topi 1 50rb\n[20/11/26 10:05] Sari: kirim ke Jl. Kenanga No. 12 RT 01/02, Bandung 40162\n[20/11/26 10:05] Sari: 081234567890',
    { items: ['2 × kaos hitam M @ 75000', '1 × topi @ 50000'], name: 'Sari', phone: '081234567890', address: 'Jl. Kenanga No. 12 RT 01/02, Bandung 40162' }],
  ['20/11/26, 10.03 - Dewi Lestari: pesen 3 brownies 45rb ya kak',
    { items: ['3 × brownies @ 45000'], name: 'Dewi Lestari', doubts: ['brownies'] }],
  ['[10:03, 20/11/2026] +62 812-3456-7890: 1 gamis navy 250rb',
    { items: ['1 × gamis navy @ 250000'], phone: '+62 812-3456-7890' }],
  ['Hi! I would like 3 x brownies box 85k and 2 cheese cake 120k please. Name: Maria, phone +65 9123 4567',
    { items: ['3 × brownies box @ 85000', '2 × cheese cake @ 120000'], name: 'Maria', phone: '+65 9123 4567', doubts: ['brownies box', 'cheese cake'] }],
  ['Name: John Smith\nPhone: +62 811 222 333\nAddress: 12 Sunset Road, Kuta, Bali\nOrder:\n2x Latte 35k\n1x Croissant 28,000\nDelivery: 10k\nTotal: 108k',
    { items: ['2 × Latte @ 35000', '1 × Croissant @ 28000'], shipping: 10_000, total: 108_000, name: 'John Smith', phone: '+62 811 222 333', address: '12 Sunset Road, Kuta, Bali' }],
  ['2 kaos 150rb, 1 topi 50rb, total 200rb',
    { items: ['1 × 2 kaos @ 150000', '1 × topi @ 50000'], total: 200_000 }],
  ['2 kaos 75rb dan 1 topi 50rb total 200rb',
    { items: ['2 × kaos @ 75000', '1 × topi @ 50000'], total: 200_000 }],
  ['kaos 2 pcs 75.000\ntopi 3 buah 50.000',
    { items: ['2 × kaos @ 75000', '3 × topi @ 50000'], doubts: ['kaos', 'topi'] }],
  ['x2 kaos 75.000',
    { items: ['2 × kaos @ 75000'], doubts: ['kaos'] }],
  ['kaos x2 75.000',
    { items: ['2 × kaos @ 75000'], doubts: ['kaos'] }],
  ['2x kaos 75.000',
    { items: ['2 × kaos @ 75000'], doubts: ['kaos'] }],
  ['kaos 75.000 x 2',
    { items: ['2 × kaos @ 75000'], doubts: ['kaos'] }],
  ['2 x 75rb kaos',
    { items: ['2 × kaos @ 75000'], doubts: ['kaos'] }],
  ['kaos @ 75.000 x2 = 150.000',
    { items: ['2 × kaos @ 75000'] }],
  ['kaos @75.000 x2 = 160.000',
    { items: ['2 × kaos @ 75000'], doubts: ['kaos'] }],
  ['2 kaos = 150rb',
    { items: ['1 × 2 kaos @ 150000'] }],
  ['Kaos polos 75rb/pcs 4 pcs',
    { items: ['4 × Kaos polos @ 75000'] }],
  ['4 donat 12.500 per pcs',
    { items: ['4 × donat @ 12500'] }],
  ['Gamis 1,5jt',
    { items: ['1 × Gamis @ 1500000'] }],
  ['Cincin 2 juta',
    { items: ['1 × Cincin @ 2000000'] }],
  ['Laptop 1.234jt',
    { leftovers: ['Laptop 1.234jt'] }],
  ['kaos 7.5',
    { leftovers: ['kaos 7.5'] }],
  ['Tas 125.000,-',
    { items: ['1 × Tas @ 125000'] }],
  ['Tas Rp. 125.000,00',
    { items: ['1 × Tas @ 125000'] }],
  ['Tas IDR 125,000',
    { items: ['1 × Tas @ 125000'] }],
  ['Tas 12.5k',
    { items: ['1 × Tas @ 12500'] }],
  ['sepatu no 40 350rb',
    { items: ['1 × sepatu no 40 @ 350000'] }],
  ['sepatu 40 350000',
    { items: ['1 × sepatu 40 @ 350000'] }],
  ['celana ukuran 32 1 pcs 185rb',
    { items: ['1 × celana ukuran 32 @ 185000'] }],
  ['kaos 2026',
    { leftovers: ['kaos 2026'] }],
  ['1. Kaos 75rb\n2. Topi 50rb',
    { items: ['1 × Kaos @ 75000', '1 × Topi @ 50000'] }],
  ['1) 2 Kaos 75rb\n2) 1 Topi 50rb',
    { items: ['2 × Kaos @ 75000', '1 × Topi @ 50000'], doubts: ['Kaos'] }],
  ['• 2 Kaos 75rb\n• Topi 50rb\n✅ Total: 200rb',
    { items: ['2 × Kaos @ 75000', '1 × Topi @ 50000'], total: 200_000 }],
  ['🛒 *Order*\n👕 2 kaos @75rb\n🧢 1 topi @50rb\n📍 Jl. Mawar 3, Solo\n📱 0857-1234-5678',
    { items: ['2 × kaos @ 75000', '1 × topi @ 50000'], phone: '0857-1234-5678', address: 'Jl. Mawar 3, Solo' }],
  ['*Nama:* Rina\n*Alamat:* _Jl. Dahlia 9_\n*Pesanan:* 2 kaos',
    { items: ['2 × kaos'], name: 'Rina', address: 'Jl. Dahlia 9' }],
  ['1️⃣ kaos 75k\n2️⃣ topi 50k',
    { items: ['1 × kaos @ 75000', '1 × topi @ 50000'] }],
  ['a/n Siti Aminah\nhp 085612345678\nalamat Gg. Mangga No 4 RT 03/RW 05 Kel. Sukun Malang',
    { name: 'Siti Aminah', phone: '085612345678', address: 'Gg. Mangga No 4 RT 03/RW 05 Kel. Sukun Malang' }],
  ['Sari/081234567890/Jl. Melati 5/2 kaos M',
    { items: ['2 × kaos M'], name: 'Sari', phone: '081234567890', address: 'Jl. Melati 5' }],
  ['Nama: Sari Alamat: Jl Melati 5 HP: 081234567890 Pesanan: 2 kaos M',
    { items: ['2 × kaos M'], name: 'Sari', phone: '081234567890', address: 'Jl Melati 5' }],
  ['Alamat:\nJl. Anggrek 7\nSurabaya 60111\n\nKaos 2 pcs 75rb',
    { items: ['2 × Kaos @ 75000'], address: 'Jl. Anggrek 7, Surabaya 60111', doubts: ['Kaos'] }],
  ['Alamat: Jl. Anggrek 7 Surabaya 60111 hp 0812 3456 7890',
    { phone: '0812 3456 7890', address: 'Jl. Anggrek 7 Surabaya 60111' }],
  ['Order: Kaos hitam M\nJumlah: 2\nHarga: 75.000',
    { items: ['2 × Kaos hitam M @ 75000'] }],
  ['Barang: Gamis\nUkuran: XL\nWarna: navy\nQty: 1\nHarga: Rp 250.000',
    { items: ['1 × Gamis XL navy @ 250000'] }],
  ['Pesan: tolong bungkus kado',
    { notes: 'tolong bungkus kado' }],
  ['Catatan: tanpa gula ya\n2 es kopi 18rb',
    { items: ['2 × es kopi @ 18000'], notes: 'tanpa gula ya', doubts: ['es kopi'] }],
  ['ongkir gratis, total 150rb',
    { total: 150_000 }],
  ['diskon 10rb\n2 kaos @75rb\ntotal 140rb',
    { items: ['2 × kaos @ 75000'], discount: 10_000, total: 140_000 }],
  ['subtotal: 150rb\nongkir: 9.000\ngrand total: 159.000\n2 kaos @75rb',
    { items: ['2 × kaos @ 75000'], shipping: 9_000, total: 159_000 }],
  ['jadi 215rb ya kak',
    { total: 215_000 }],
  ['transfer 150rb ya kak',
    { leftovers: ['transfer 150rb ya kak'] }],
  ['besok jam 10.30 ya',
    { leftovers: ['besok jam 10.30 ya'] }],
  ['3 hari lagi ya kak',
    { leftovers: ['3 hari lagi ya kak'] }],
  ['BCA 1234567890 an Budi',
    { leftovers: ['BCA 1234567890 an Budi'] }],
  ['rek BCA 123.456.7890',
    { leftovers: ['rek BCA 123.456.7890'] }],
  ['Halo kak, selamat pagi',
    {}],
  ['dua kaos 75rb',
    { items: ['2 × kaos @ 75000'], doubts: ['kaos'] }],
  ['2 kg apel @30rb\n1 dus mangga 120rb',
    { items: ['2 × apel (kg) @ 30000', '1 × mangga (dus) @ 120000'] }],
  ['kaos 75-80rb',
    { leftovers: ['kaos 75-80rb'] }],
  ['kaos 75rb 80rb 90rb',
    { leftovers: ['kaos 75rb 80rb 90rb'] }],
  ['kaos putih, lengan panjang 2 pcs @75rb',
    { items: ['2 × kaos putih, lengan panjang @ 75000'] }],
  ['2 kaos @75rb, 1 topi 50.000, makasih kak',
    { items: ['2 × kaos @ 75000', '1 × topi @ 50000'] }],
  ['sari@example.com\nSari Wulandari\n2 mug 40rb',
    { items: ['2 × mug @ 40000'], name: 'Sari Wulandari', email: 'sari@example.com', doubts: ['mug'] }],
  ['Name - Maria\nAddress - Jalan Raya Ubud 10\nItems - 3 sarongs 90k',
    { items: ['3 × sarongs @ 90000'], name: 'Maria', address: 'Jalan Raya Ubud 10', doubts: ['sarongs'] }],
  ['Kaos 2xl 2 pcs 85rb',
    { items: ['2 × Kaos 2xl @ 85000'], doubts: ['Kaos 2xl'] }],
  ['0 kaos 75rb',
    { leftovers: ['0 kaos 75rb'] }],
  ['100 pcs souvenir 5.500',
    { items: ['100 × souvenir @ 5500'], doubts: ['souvenir'] }],
  ['Penerima: Andi (0812 9999 8888)\nAlamat: Jl. Sudirman Kav. 5\n1 kopi 1kg 150rb',
    { items: ['1 × kopi 1kg @ 150000'], name: 'Andi', phone: '0812 9999 8888', address: 'Jl. Sudirman Kav. 5' }],
  ['',
    {}],
  ['👍👍👍',
    {}],
]

describe('parseChat', () => {
  it.each(CHATS)('reads %j', (chat, reading) => {
    expect(shortly(parseChat(chat))).toEqual(reading)
  })

  it('tells what the items, shipping and discount come to, so that a wrong total is seen', () => {
    const right = parseChat('2 kaos @75rb\nongkir 15rb\ntotal 165rb')
    expect(sumOf(right)).toBe(right.total)
    const wrong = parseChat('2 kaos @75rb\nongkir 15rb\ntotal 215rb')
    expect([sumOf(wrong), wrong.total]).toEqual([165_000, 215_000])
    expect(sumOf(parseChat('2 kaos M, total 150rb'))).toBeNull()
  })

  it('stays quick with any pile of characters', () => {
    for (const part of ['1', '1.', '@', 'a: ', ' /', '0812 ', '1 ', 'a a ', '** ', 'a@', 'a.', 'nama ', '2 kaos 75rb, ', '+62 8', '1,000', '= ', '(1) ']) {
      const started = performance.now()
      parseChat(part.repeat(20_000))
      expect(performance.now() - started, part).toBeLessThan(1_500)
    }
  })
})

/** Every amount that the numbers of a text could mean, found in another way than the parser's. */
function possibleAmounts(text: string): Set<number> {
  const amounts = new Set<number>()
  for (const [run] of text.matchAll(/\d[\d.,]*/g)) {
    const number = run.replace(/[.,]+$/, '')
    const cents = /^(.+)[.,](\d{1,2})$/.exec(number)
    for (const scale of [1, 1_000, 1_000_000]) {
      amounts.add(Number(number.replaceAll(/[.,]/g, '')) * scale)
      if (cents) amounts.add(Number((cents[1] ?? '').replaceAll(/[.,]/g, '')) * scale)
      if (cents) amounts.add(Math.round(Number(`${cents[1]?.replaceAll(/[.,]/g, '')}.${cents[2]}`) * scale))
    }
  }
  return amounts
}

const words = fc.constantFrom('Nama:', 'alamat', 'Jl. Melati 5', '2 kaos', '@75rb', '1,5jt', 'Rp 12.500', '75,000', '15k', 'total', 'ongkir', 'x2', '3 pcs', '=', '/', '\n', ',', '0812-3456-7890', 'dan',
  'diskon', '[20/11/26 10:03] Sari:', '👕', '*', 'topi', 'sari', '40162', '2026', '-', '@', 'per pcs', 'jadi', ':', '1.234.5678', '7.5', '00', '0', '(2)', '2x75rb')
const chats = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 200 }), fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')), fc.array(words, { maxLength: 12 }).map((parts) => parts.join('')))

describe('any text', () => {
  it('is read without a fault, into amounts that stand in it, quantities and names that a form takes', () => {
    fc.assert(
      fc.property(chats, (chat) => {
        const { items, shipping, discount, total } = parseChat(chat)
        const possible = possibleAmounts(chat)
        for (const amount of [shipping, discount, total, ...items.map(({ price }) => price)]) {
          if (amount !== null) expect(possible.has(amount), String(amount)).toBe(true)
        }
        for (const { name, quantity } of items) {
          expect(Number.isInteger(quantity) && quantity >= 1 && quantity <= 9_999).toBe(true)
          expect([...name].length).toBeLessThanOrEqual(50)
          expect(name.trim()).not.toBe('')
        }
      }),
      { numRuns: 3_000 },
    )
  })
})
