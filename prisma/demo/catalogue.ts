import type { LinkState } from '@/lib/link/status'

/** Thirty links in every state there is, as a small shop would have them. Days count back from today. */
export type DemoLink = {
  orderId: string
  items: { name: string; price: number; quantity: number }[]
  usageLimit: number | null
  daysAgo: number
  title?: string
  description?: string
  customer?: { firstName: string; lastName: string; email: string; phone: string; notes: string }
  /** How it ends up, when not by the orders alone. */
  fate?: Exclude<LinkState, 'active'> | 'expired' | 'scheduled' | 'soldOut' | 'endsSoon'
}

const one = (name: string, price: number) => [{ name, price, quantity: 1 }]
const person = (firstName: string, lastName: string, phone: string) => ({
  firstName, lastName, email: `${firstName.toLowerCase()}@example.com`, phone, notes: 'Terima kasih sudah pesan, ya.',
})

export const DEMO_LINKS: readonly DemoLink[] = [
  { orderId: 'VOAL-0391', items: one('Kerudung voal motif', 85_000), usageLimit: 20, daysAgo: 6, description: 'Bahan voal premium, ukuran 115 × 115 cm. Tulis warna pilihan di chat.' },
  { orderId: 'BRW-221', items: [{ name: 'Brownies panggang 20×20', price: 98_000, quantity: 1 }, { name: 'Ongkir', price: 20_000, quantity: 1 }], usageLimit: null, daysAgo: 12, title: 'Brownies panggang 20×20 + ongkir' },
  { orderId: 'WS-0704', items: one('Workshop hampers Lebaran, sesi Sabtu pagi', 250_000), usageLimit: 15, daysAgo: 14, fate: 'soldOut' },
  { orderId: 'INV-1047', items: [{ name: 'Gamis polos', price: 385_000, quantity: 4 }, { name: 'Diskon langganan', price: -65_000, quantity: 1 }], usageLimit: 1, daysAgo: 2, title: 'Pesanan Bu Ratna', customer: person('Ratna', 'Dewi', '081298765432') },
  { orderId: 'KAOS-88', items: one('Kaos komunitas, ukuran campur', 75_000), usageLimit: 100, daysAgo: 20, fate: 'paused' },
  { orderId: 'JSTP-12', items: one('Titipan skincare', 642_500), usageLimit: 1, daysAgo: 25, fate: 'soldOut' },
  { orderId: 'DON-1', items: one('Donasi posyandu', 50_000), usageLimit: null, daysAgo: 30 },
  { orderId: 'HMP-301', items: one('Hampers ulang tahun', 175_000), usageLimit: 10, daysAgo: 8 },
  { orderId: 'KUE-018', items: one('Nastar toples 500 g', 95_000), usageLimit: 30, daysAgo: 5, fate: 'endsSoon' },
  { orderId: 'KUE-019', items: one('Kastengel toples 500 g', 105_000), usageLimit: 30, daysAgo: 5 },
  { orderId: 'SPT-77', items: one('Sepatu kets bekas, nomor 39', 210_000), usageLimit: 1, daysAgo: 3 },
  { orderId: 'TAS-05', items: one('Tas anyaman pandan', 130_000), usageLimit: 8, daysAgo: 18 },
  { orderId: 'LES-11', items: one('Les matematika, 4 pertemuan', 400_000), usageLimit: 5, daysAgo: 22 },
  { orderId: 'FTO-2', items: one('Foto produk, 10 barang', 350_000), usageLimit: 1, daysAgo: 9, customer: person('Bayu', 'Pratama', '085612340000') },
  { orderId: 'PO-LEBARAN', items: one('Pre-order mukena bordir', 265_000), usageLimit: 40, daysAgo: 1, fate: 'scheduled' },
  { orderId: 'PO-SEKOLAH', items: one('Pre-order seragam batik', 145_000), usageLimit: 60, daysAgo: 1, fate: 'scheduled' },
  { orderId: 'TKT-08', items: one('Tiket kelas merajut', 120_000), usageLimit: 12, daysAgo: 40, fate: 'expired' },
  { orderId: 'TKT-09', items: one('Tiket bazar UMKM', 25_000), usageLimit: 200, daysAgo: 45, fate: 'expired' },
  { orderId: 'MRH-1', items: one('Obral jilbab instan', 39_000), usageLimit: 50, daysAgo: 35, fate: 'expired' },
  { orderId: 'OLD-3', items: one('Gelang manik', 15_000), usageLimit: 10, daysAgo: 50, fate: 'deleted' },
  { orderId: 'OLD-4', items: one('Salah harga', 1_500), usageLimit: 1, daysAgo: 28, fate: 'deleted' },
  { orderId: 'ARS-04', items: one('Arisan panci, putaran 4', 100_000), usageLimit: 10, daysAgo: 16 },
  { orderId: 'SRV-31', items: one('Servis mesin jahit', 180_000), usageLimit: 1, daysAgo: 4, customer: person('Wati', '', '081311112222') },
  { orderId: 'KTR-7', items: [{ name: 'Nasi kotak ayam', price: 28_000, quantity: 45 }, { name: 'Ongkir', price: 50_000, quantity: 1 }], usageLimit: 1, daysAgo: 7, title: 'Katering rapat RT' },
  { orderId: 'TNM-2', items: one('Bibit aglaonema', 65_000), usageLimit: 6, daysAgo: 11, fate: 'soldOut' },
  { orderId: 'BKU-9', items: one('Buku anak, paket 3', 99_000), usageLimit: null, daysAgo: 33 },
  { orderId: 'KPI-12', items: one('Kopi Gayo 250 g', 72_000), usageLimit: null, daysAgo: 13 },
  { orderId: 'SBN-4', items: one('Sabun cuci piring 5 L', 55_000), usageLimit: 25, daysAgo: 10, fate: 'paused' },
  { orderId: 'MBL-1', items: one('Sewa mobil, 1 hari', 450_000), usageLimit: 1, daysAgo: 2 },
  { orderId: 'DP-NIKAH', items: one('DP dekorasi akad', 5_000_000), usageLimit: 1, daysAgo: 15, customer: person('Intan', 'Permata', '087788990011') },
]

export const DEMO_CUSTOMERS = [
  'Sari Wulandari', 'Dewi Lestari', 'Bayu Pratama', 'Ratna Dewi', 'Agus Salim', 'Nur Aini', 'Budi Santoso', 'Fitri Handayani',
  'Joko Susilo', 'Maya Anggraini', 'Rizky Hidayat', 'Putri Ayu', 'Hendra Gunawan', 'Siti Aminah', 'Yusuf Maulana', 'Lina Marlina',
] as const
