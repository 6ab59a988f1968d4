/** What a shop of a million links sells, and who buys there: enough words that some are rare and some are everywhere. */

/** With its price in rupiah. The first ones sell most. */
export const GOODS: readonly (readonly [name: string, price: number])[] = [
  ['Kerudung voal motif', 85_000], ['Brownies panggang', 98_000], ['Kaos komunitas', 75_000], ['Sepatu kets', 210_000], ['Hampers ulang tahun', 175_000],
  ['Kopi Gayo 250 g', 72_000], ['Tas anyaman pandan', 130_000], ['Nastar toples 500 g', 95_000], ['Gamis polos', 385_000], ['Mukena bordir', 265_000],
  ['Kastengel toples 500 g', 105_000], ['Sambal bawang 150 g', 32_000], ['Madu hutan 500 ml', 120_000], ['Jilbab instan', 39_000], ['Batik tulis', 450_000],
  ['Dompet kulit', 145_000], ['Bibit aglaonema', 65_000], ['Sabun cuci piring 5 L', 55_000], ['Buku anak', 99_000], ['Lampu tidur', 118_000],
  ['Keripik singkong', 18_000], ['Rendang kemasan', 110_000], ['Bantal sofa', 69_000], ['Gelang manik', 15_000], ['Tumbler baja', 135_000],
  ['Sarung tenun', 240_000], ['Pisau dapur', 87_000], ['Teh melati', 28_000], ['Kain ulos', 525_000], ['Lukisan kaligrafi', 750_000],
]

export const VARIANTS = ['merah', 'biru', 'hijau', 'hitam', 'putih', 'krem', 'besar', 'sedang', 'kecil', 'paket hemat', 'edisi terbatas', 'pesan dulu'] as const

export const FIRST_NAMES = [
  'Sari', 'Dewi', 'Bayu', 'Ratna', 'Agus', 'Nur', 'Budi', 'Fitri', 'Joko', 'Maya', 'Rizky', 'Putri', 'Hendra', 'Siti', 'Yusuf', 'Lina', 'Wati', 'Intan', 'Eko', 'Ayu',
  'Dian', 'Rina', 'Andi', 'Tono', 'Yanti', 'Hadi', 'Mega', 'Indah', 'Rudi', 'Tri', 'Wahyu', 'Nisa', 'Fajar', 'Galih', 'Laras', 'Arif', 'Desi', 'Umar', 'Citra', 'Bagus',
] as const

export const LAST_NAMES = [
  'Wulandari', 'Lestari', 'Pratama', 'Salim', 'Aini', 'Santoso', 'Handayani', 'Susilo', 'Anggraini', 'Hidayat', 'Gunawan', 'Aminah', 'Maulana', 'Marlina', 'Permata',
  'Setiawan', 'Kurniawan', 'Rahmawati', 'Nugroho', 'Siregar', 'Nasution', 'Simanjuntak', 'Halim', 'Wijaya', 'Saputra', 'Utami', 'Firmansyah', 'Puspita', 'Ramadhan', 'Yulianti',
] as const

/** Of a hundred orders, how many are paid by which method in test mode. */
export const METHOD_SHARES = {
  other_qris: 35, bca_va: 18, gopay: 15, bri_va: 10, echannel: 6, bni_va: 5, shopeepay: 4, credit_card: 3, indomaret: 2, alfamart: 1, permata_va: 1,
} as const
