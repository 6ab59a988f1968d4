import { describe, expect, it } from 'vitest'
import { parseChat, type ChatReading } from './parse-chat'

/**
 * Invented orders in the shapes that sellers get them: forms, one breathless line, exports of both phones with what
 * WhatsApp adds, carts, sums, pins. What cannot be read in one way only has to be among the leftovers.
 */
const CHATS: [string, Record<string, unknown>][] = [
  ['Halo kak, saya mau order 🙏\nNama: Rina Kartika\nNo HP: 0813-2233-4455\nAlamat: Jl. Kebon Jeruk No. 12\nRT 03/RW 05, Kel. Palmerah\nKec. Palmerah, Jakarta Barat 11480\nPesanan:\n- Gamis Aisyah hitam uk L 1x\n- Kerudung voal motif 2x\nMakasih kak 😊',
    { items: ['1 × Gamis Aisyah hitam uk L', '2 × Kerudung voal motif'], name: 'Rina Kartika', phone: '0813-2233-4455', address: 'Jl. Kebon Jeruk No. 12, RT 03/RW 05, Kel. Palmerah, Kec Palmerah, Jakarta Barat 11480' }],
  ['kak mau pesen brownies coklat 2 kotak sama bolu pandan 1 ya, kirim ke jalan merpati 7 bekasi timur, atas nama bu dewi 081298765432',
    { items: ['2 × brownies coklat (kotak)', '1 × bolu pandan'], name: 'bu dewi', phone: '081298765432', address: 'jalan merpati 7 bekasi timur' }],
  ['[20/11/26, 19.03.12] Ayu: Kak ready?\n[20/11/26, 19.03.40] Toko Melati: Ready kak\n[20/11/26, 19.04.02] Ayu: Mau yg navy 2 @ 75rb\n[20/11/26, 19.04.30] Ayu: Kirim ke\nAyu Lestari\nJl Cempaka 3 no 8\nSleman, Yogyakarta 55281\n082134567890\n[20/11/26, 19.05.00] Toko Melati: Total 150.000 + ongkir 12.000 = 162.000 ya kak',
    { items: ['2 × navy @ 75000'], shipping: 12_000, total: 162_000, name: 'Ayu Lestari', phone: '082134567890', address: 'Jl Cempaka 3 no 8, Sleman, Yogyakarta 55281', leftovers: ['Kak ready?', 'Ready kak', 'Kirim ke'] }],
  ['20/11/26 19.03 - Pesan dan panggilan dienkripsi secara end-to-end. Hanya orang di chat ini yang dapat membaca.\n20/11/26 19.03 - Bu Siti: Assalamualaikum mbak\n20/11/26 19.03 - Bu Siti: <Media tidak disertakan>\n20/11/26 19.04 - Bu Siti: pesan ini 3 pcs ya mbak\n20/11/26 19.05 - Bu Siti: Pesan ini dihapus\n20/11/26 19.06 - Bu Siti: alamatnya Perum Bumi Asri C2 no 9 Tangerang',
    { name: 'Bu Siti', address: 'Perum Bumi Asri C2 no 9 Tangerang', leftovers: ['pesan ini 3 pcs ya mbak'] }],
  ['🛒 KERANJANG\n1. Sambal Bawang 200gr x 3 = Rp75.000\n2. Sambal Cumi 150gr x 1 = Rp35.000\nSubtotal Rp110.000\nOngkir JNE REG Rp18.000\nTOTAL Rp128.000',
    { items: ['1 × 3 Sambal Bawang 200gr @ 75000', '1 × Sambal Cumi 150gr @ 35000'], shipping: 18_000, total: 128_000, leftovers: ['KERANJANG'] }],
  ['PO Nastar\nNama : Ibu Hj. Fatimah\nJml : 4 toples\nHarga : 85rb/toples\nAmbil : tgl 20 Des\nNo WA : 0857 1122 3344',
    { name: 'Ibu Hj. Fatimah', phone: '0857 1122 3344', leftovers: ['Jml : 4 toples', 'Harga : 85rb/toples', 'Ambil : tgl 20 Des', 'PO Nastar'] }],
  ['kaos hitam XL 2, putih M 1. total brp kak?',
    { leftovers: ['kaos hitam XL 2, putih M 1. total brp kak?'] }],
  ['2x iced latte 25k, 1 croissant 22k, gofood ga bisa ya kak',
    { items: ['2 × iced latte @ 25000', '1 × croissant @ 22000'], doubts: ['iced latte'], leftovers: ['gofood ga bisa ya kak'] }],
  ['pesen dua nasi box ayam bakar sama tiga nasi box rendang, 35rb semua',
    { items: ['2 × nasi box ayam bakar', '3 × nasi box rendang'], leftovers: ['35rb semua'] }],
  ['Hijab pashmina Rp75.000,- 2pcs\nCiput Rp15.000,- 1pcs\nOngkir Rp9.000,-\nTotal Rp174.000,-',
    { items: ['2 × Hijab pashmina @ 75000', '1 × Ciput @ 15000'], shipping: 9_000, total: 174_000 }],
  ['kak yang kemarin 75rb apa 85rb ya? kalo beli 2 dapet diskon ga?',
    { leftovers: ['kak yang kemarin 75rb apa 85rb ya? kalo beli 2 dapet diskon ga?'] }],
  ['kak sdh tf 150rb ya ke BCA a.n Melati, mohon dicek. atas nama Doni',
    { name: 'Doni', leftovers: ['kak sdh tf 150rb ya ke BCA a.n Melati', 'mohon dicek'] }],
  ['FORMAT ORDER\nNama Penerima : Agus Salim\nAlamat Lengkap : Dusun Krajan RT 02 RW 01, Desa Sukorejo\nKecamatan : Wonosari\nKabupaten : Malang\nProvinsi : Jawa Timur\nKode Pos : 65164\nNo. Telp : +62 857-3344-5566\nKode Barang : KS-012 (L) hitam\nJumlah : 1 pcs\nEkspedisi : J&T\nPengirim : Melati Store',
    { items: ['1 × KS-012 (L) hitam'], name: 'Agus Salim', phone: '+62 857-3344-5566', address: 'Dusun Krajan RT 02 RW 01, Desa Sukorejo, Kecamatan Wonosari, Kabupaten Malang, Provinsi Jawa Timur, Kode Pos 65164', notes: 'ekspedisi: J&T, Pengirim : Melati Store' }],
  ['Lina / 085811112222 / Jl. Pahlawan 45 Kudus / Mukena travel pink 1 pc 120k',
    { items: ['1 × Mukena travel pink @ 120000'], name: 'Lina', phone: '085811112222', address: 'Jl. Pahlawan 45 Kudus' }],
  ['Kaos polos @50rb\nS = 2\nM = 3\nL = 1',
    { items: ['1 × Kaos polos @ 50000'], leftovers: ['S = 2', 'M = 3', 'L = 1'] }],
  ['Kue ultah 24cm 350rb, DP 100rb dulu ya kak, sisanya pas ambil. an Maya',
    { items: ['1 × Kue ultah 24cm @ 350000'], leftovers: ['DP 100rb dulu ya kak', 'sisanya pas ambil', 'an Maya'] }],
  ['Laptop bekas Thinkpad 3,5jt nett ya gan, COD Depok',
    { items: ['1 × Laptop bekas Thinkpad nett ya gan, COD Depok @ 3500000'] }],
  ['besok jam 10 bisa? 5 porsi ayam geprek level 3 @18rb, antar ke kantor Graha Mandiri lt 5',
    { items: ['5 × ayam geprek level 3 (porsi) @ 18000'], address: 'kantor Graha Mandiri lt 5', leftovers: ['besok jam 10 bisa'] }],
  ['🌶️ Seblak level 3 ✖️ 2\n🧋 Es teh ✖️ 3\n📍 Kos Putri Anggrek kamar 12, Jl. Kaliurang km 5',
    { items: ['2 × Seblak level 3', '3 × Es teh'], address: 'Kos Putri Anggrek kamar 12, Jl. Kaliurang km 5' }],
  ['nm: sari, almt: jl mawar 9 solo, hp: 08123456789, order: totebag kanvas 3pcs 45.000',
    { items: ['3 × totebag kanvas @ 45000'], name: 'sari', phone: '08123456789', address: 'jl mawar 9 solo', doubts: ['totebag kanvas'] }],
  ['Pesanan baru\n*Kemeja Flanel* \nJumlah: 2\nRp 135.000\n*Celana Jogger*\nJumlah: 1\nRp 98.000\nTotal: Rp 368.000',
    { items: ['2 × Kemeja Flanel @ 135000', '1 × Celana Jogger @ 98000'], total: 368_000, leftovers: ['Pesanan baru'] }],
  ['> Kaos polos 50rb\nmau ini 3 kak, warna army\nkirim ke bandung ya',
    { items: ['1 × Kaos polos @ 50000'], address: 'bandung', leftovers: ['mau ini 3 kak, warna army'] }],
  ['Pesan 1x Paket A (ayam+nasi) Rp 32.000 & 2x Paket B Rp 28.000. Antar: Jl. Gajah Mada 101',
    { items: ['1 × Paket A (ayam+nasi) @ 32000', '2 × Paket B @ 28000'], address: 'Jl. Gajah Mada 101', doubts: ['Paket B'] }],
  ['kak ambil 2 ya yg 75, jadi 150 kan? plus ongkir 10',
    { leftovers: ['kak ambil 2 ya yg 75, jadi 150 kan? plus ongkir 10'] }],
  ['beli satu lusin donat 60 ribu, dan setengah lusin bolen 45 ribu',
    { items: ['1 × donat (lusin) @ 60000', '1 × setengah lusin bolen @ 45000'] }],
  ['11/20/26, 7:03 PM - John: Hi I want 2 tote bags at 90k each\n11/20/26, 7:04 PM - John: ship to Jl. Raya Seminyak No. 17, Badung, Bali 80361\n11/20/26, 7:05 PM - John: total 180k right?',
    { items: ['2 × tote bags @ 90000'], total: 180_000, name: 'John', address: 'Jl. Raya Seminyak No. 17, Badung, Bali 80361' }],
  ['Gamis syari ukuran XL warna maroon\n250rb\nKhimar instan\n85rb\nongkir 20rb\ntotal 355rb',
    { items: ['1 × Gamis syari ukuran XL warna maroon @ 250000', '1 × Khimar instan @ 85000'], shipping: 20_000, total: 355_000 }],
  ['Penerima: Ibu Yanti (samping masjid Al-Ikhlas)\nJl. Veteran gg. 3 no. 21B\nKota Malang 65145\nTelp: 0341-551234\nwa 0812 3344 5566\n2 box risol mayo isi 10 @40.000',
    { items: ['2 × risol mayo isi 10 (box) @ 40000'], name: 'Ibu Yanti', phone: '0812 3344 5566', address: 'Jl. Veteran gg. 3 no. 21B, Kota Malang 65145', notes: 'samping masjid Al-Ikhlas', leftovers: ['Telp: 0341-551234'] }],
  ['3x50rb=150rb keripik singkong',
    { items: ['3 × keripik singkong @ 50000'] }],
  ['sepatu 40 x 2 350rb',
    { leftovers: ['sepatu 40 x 2 350rb'] }],
  ['karpet 2x3 meter 450rb',
    { leftovers: ['karpet 2x3 meter 450rb'] }],
  ['2 kaos @75',
    { items: ['2 × kaos @75'] }],
  ['diskon 10% jadi 90rb',
    { leftovers: ['diskon 10% jadi 90rb'] }],
  ['jadi pesen kaos 75rb ya',
    { items: ['1 × kaos @ 75000'] }],
  ['[20/11, 19.03] Sari: mau 2 brownies 45rb\n[20/11, 19.04] Sari: alamat masih sama ya kak',
    { items: ['2 × brownies @ 45000'], name: 'Sari', doubts: ['brownies'], leftovers: ['alamat masih sama ya kak'] }],
  ['2 kaos @75rb, warna army, 0812-3456-7890',
    { items: ['2 × kaos @ 75000'], phone: '0812-3456-7890', leftovers: ['warna army'] }],
  ['order kemarin udah dikirim?',
    { leftovers: ['order kemarin udah dikirim?'] }],
  ['halo kak mau order dong\nRina\n08123456789\nJl. Melati 3, Bogor\ngamis L 1\nkhimar 2',
    { name: 'Rina', phone: '08123456789', address: 'Jl. Melati 3, Bogor, gamis L 1, khimar 2' }],
  ['bang pesen nasgor pedes 2, es teh manis 3, anter ke blok F no 12 ya',
    { items: ['2 × nasgor pedes', '3 × es teh manis'], address: 'blok F no 12' }],
  ['Pesanan:\nAyam geprek lv 3 (2)\nEs jeruk (1)\nTotal 45k',
    { items: ['2 × Ayam geprek lv 3', '1 × Es jeruk'], total: 45_000 }],
  ['mau 2 yang merah dan 3 yang biru @75.000',
    { items: ['2 × merah', '3 × biru @ 75000'] }],
  ['Rp 75.000 x 3 = Rp 225.000 kaos',
    { items: ['3 × kaos @ 75000'] }],
  ['Atas nama: Pak Joko\nAmbil sendiri jam 5 sore\nNasi tumpeng 1 (10 porsi) 450.000\nDP 200.000 lunas besok',
    { name: 'Pak Joko', leftovers: ['Ambil sendiri jam 5 sore', 'Nasi tumpeng 1 (10 porsi) 450.000', 'DP 200.000 lunas besok'] }],
]

/** What was read, without what was not there. */
function told({ items, customer, ...rest }: ChatReading): Record<string, unknown> {
  const all: Record<string, unknown> = { items: items.map(({ name, quantity, price }) => `${quantity} × ${name}${price === null ? '' : ` @ ${price}`}`), ...rest, ...customer }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)))
}

describe('chats as sellers get them', () => {
  it.each(CHATS)('reads %j', (chat, reading) => {
    expect(told(parseChat(chat))).toEqual(reading)
  })
})
