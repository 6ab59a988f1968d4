export type ChatLabel = 'name' | 'phone' | 'address' | 'postcode' | 'email' | 'items' | 'quantity' | 'price' | 'variant' | 'shipping' | 'discount' | 'total' | 'subtotal' | 'notes'

/** What people write before a colon, in both languages; without dots. */
const WORDS = {
  name: ['nama', 'nm', 'namanya', 'nama penerima', 'nama lengkap', 'nama pemesan', 'nama pembeli', 'penerima', 'pemesan', 'pembeli', 'atas nama', 'a/n', 'an', 'kepada', 'name', 'full name', 'recipient', 'receiver', 'customer', 'buyer', 'to'],
  phone: ['hp', 'hpnya', 'nohpnya', 'wanya', 'no hp', 'nohp', 'nomor hp', 'no handphone', 'handphone', 'telp', 'no telp', 'notelp', 'tlp', 'no tlp', 'tlpn', 'telepon', 'no telepon', 'wa', 'no wa', 'nomor wa', 'whatsapp', 'no whatsapp', 'kontak', 'nomor', 'phone', 'phone number', 'tel', 'mobile', 'contact', 'number'],
  address: ['alamat', 'alamatnya', 'antar', 'antar ke', 'anter ke', 'diantar ke', 'kirimnya ke', 'dikirim', 'lokasi', 'tujuan', 'alamat lengkap', 'alamat kirim', 'alamat pengiriman', 'alamat penerima', 'almt', 'almat', 'kirim ke', 'dikirim ke', 'address', 'full address', 'shipping address', 'delivery address', 'addr', 'ship to', 'deliver to', 'send to', 'kelurahan', 'kel', 'kecamatan', 'kec', 'kota', 'kabupaten', 'kab', 'provinsi', 'prov', 'rt/rw', 'city', 'province', 'patokan', 'landmark'],
  postcode: ['kode pos', 'kodepos', 'kodpos', 'postal code', 'postcode', 'zip', 'zip code'],
  email: ['email', 'e-mail', 'mail', 'alamat email'],
  items: ['pesanan', 'pesenan', 'order', 'orderan', 'orders', 'my order', 'list order', 'barang', 'nama barang', 'kode barang', 'kode produk', 'produk', 'nama produk', 'item', 'items', 'product', 'products', 'beli', 'belanja', 'belanjaan', 'pesan', 'menu', 'mau', 'detail pesanan', 'format order'],
  quantity: ['jumlah', 'jml', 'qty', 'quantity', 'banyak', 'banyaknya', 'jumlah barang', 'jumlah pesanan', 'pcs', 'amount'],
  price: ['harga', 'harga satuan', 'hrg', 'price', 'unit price', '@'],
  variant: ['ukuran', 'size', 'warna', 'color', 'colour', 'varian', 'variant', 'variasi', 'rasa', 'motif', 'model', 'tipe', 'type', 'flavour', 'flavor'],
  shipping: ['ongkir', 'ongkos kirim', 'ongkos', 'biaya kirim', 'biaya pengiriman', 'ongkirnya', 'shipping', 'shipping fee', 'delivery', 'delivery fee', 'postage', 'shipping cost'],
  discount: ['diskon', 'disc', 'disk', 'discount', 'potongan', 'potongan harga', 'promo', 'voucher'],
  total: ['total', 'totalnya', 'grand total', 'jumlah total', 'total bayar', 'total belanja', 'total harga', 'total semua', 'total semuanya', 'total transfer', 'total pembayaran', 'total order', 'jadi', 'jadi total', 'jadinya', 'jadi totalnya', 'semua', 'semuanya', 'total all', 'sum', 'total price', 'to pay'],
  subtotal: ['subtotal', 'sub total', 'total barang', 'total produk'],
  notes: ['catatan', 'cat', 'note', 'notes', 'ket', 'keterangan', 'request', 'req', 'tambahan', 'remark', 'remarks', 'message', 'kurir', 'ekspedisi', 'expedisi', 'pengiriman', 'courier', 'via', 'pembayaran', 'payment', 'bayar', 'bank'],
} as const satisfies Record<ChatLabel, readonly string[]>

const LABELS = new Map<string, ChatLabel>(Object.entries(WORDS).flatMap(([label, words]) => words.map((word) => [word, label as ChatLabel] as const)))

/** These need their colon: without it they begin other sentences. */
const NEEDS_COLON: readonly string[] = ['antar', 'dikirim', 'lokasi', 'tujuan', 'an', 'to', 'mail', 'number', 'nomor', 'customer', 'buyer', 'kota', 'city', 'kel']
/** What begins so is about money, and nothing that is sold. */
export const isSumLike = (text: string): boolean => /^(?:ongkir(?:nya)?|ongkos(?: kirim)?|biaya (?:kirim|pengiriman)|shipping|delivery fee|postage|(?:grand |sub ?)?total(?:nya)?|diskon|discount)(?!\p{L})/iu.test(text)

const SPOKEN_LABELS: readonly ChatLabel[] = ['name', 'phone', 'address', 'postcode', 'shipping', 'discount', 'total', 'subtotal', 'notes']

/** Said without a colon too: "ongkir 15k", "nama sari". Longest first, so that `total bayar` is not `total`. */
const SPOKEN = new RegExp(
  `^(${[...LABELS]
    .filter(([word, label]) => SPOKEN_LABELS.includes(label) && !NEEDS_COLON.includes(word))
    .map(([word]) => word.replaceAll(' ', String.raw`\.?\s+`))
    .sort((a, b) => b.length - a.length)
    .join('|')})\\.?\\s+(\\S.*)$`,
  'isu',
)

const LABELLED = /^(@|[\p{L}][\p{L}./ -]{0,24}?)\s*(?::|=|\s[-–](?=\s))\s*(.*)$/su

export type Labelled = {
  label: ChatLabel
  word: string
  /** The label as it was typed. */
  typed: string
  value: string
  isSpoken: boolean
}

/** The label that a line begins with, and what it says; null when it begins with none that is known. */
export function labelOf(segment: string): Labelled | null {
  const match = LABELLED.exec(segment)
  const word = normalised(match?.[1] ?? '')
  const label = LABELS.get(word)
  if (label) return { label, word, typed: (match?.[1] ?? '').trim(), value: (match?.[2] ?? '').trim(), isSpoken: false }
  const spoken = SPOKEN.exec(segment)
  const meaning = LABELS.get(normalised(spoken?.[1] ?? ''))
  return spoken && meaning ? { label: meaning, word: normalised(spoken[1] ?? ''), typed: spoken[1] ?? '', value: (spoken[2] ?? '').trim(), isSpoken: true } : null
}

const normalised = (word: string): string => word.toLowerCase().replaceAll('.', '').replaceAll(/\s+/g, ' ').trim()

/** Whether these words before a colon are a label that is known. */
export const isLabel = (words: string): boolean => LABELS.has(normalised(words))
