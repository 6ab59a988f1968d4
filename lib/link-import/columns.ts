/** The columns of a file of links: the name we write first, then what else is understood (Midtrans' bulk file, Indonesian). */
export const COLUMNS = {
  orderId: ['order_id', 'id_pesanan', 'nomor_pesanan'],
  slug: ['payment_link_id', 'slug'],
  title: ['title', 'judul'],
  description: ['description', 'deskripsi', 'keterangan'],
  grossAmount: ['gross_amount', 'amount', 'total'],
  currency: ['currency', 'mata_uang'],
  itemName: ['item_details_name', 'item_name', 'item', 'product_name', 'nama_barang'],
  itemQuantity: ['item_details_quantity', 'item_quantity', 'quantity', 'qty', 'jumlah'],
  itemPrice: ['item_details_price', 'item_price', 'price', 'harga'],
  firstName: ['first_name', 'name', 'nama'],
  lastName: ['last_name', 'nama_belakang'],
  email: ['email', 'customer_email'],
  phone: ['phone', 'customer_phone', 'telepon', 'no_hp', 'whatsapp'],
  notes: ['customer_notes', 'notes', 'catatan'],
  usageLimit: ['usage_limit', 'batas_pemakaian'],
  startsAt: ['start_time', 'starts_at', 'mulai'],
  expiry: ['expiry', 'expires_at', 'expiry_time', 'berakhir'],
  expiryDuration: ['expiry_duration', 'duration'],
  expiryUnit: ['expiry_unit', 'unit'],
  paymentMethods: ['enabled_payments', 'payment_methods', 'metode'],
  accounts: ['receiving_accounts', 'accounts', 'rekening'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type ColumnName = keyof typeof COLUMNS

/** Further items of one link: `item_details_name_2`, `item_details_price_2`, … */
const ITEM_COLUMNS = ['itemName', 'itemQuantity', 'itemPrice'] as const satisfies ColumnName[]
export const MAX_ITEMS_PER_ROW = 10

/** `itemName.2` is the name of the second item. */
export type ColumnKey = ColumnName | `${(typeof ITEM_COLUMNS)[number]}.${number}`

const KEYS: ReadonlyMap<string, ColumnKey> = new Map(
  (Object.entries(COLUMNS) as [ColumnName, readonly string[]][]).flatMap(([name, spellings]) => [
    ...spellings.map((spelling): [string, ColumnKey] => [spelling, name]),
    ...Array.from({ length: isItemColumn(name) ? MAX_ITEMS_PER_ROW - 1 : 0 }, (_, index) => index + 2).flatMap((place) =>
      spellings.map((spelling): [string, ColumnKey] => [`${spelling}_${place}`, `${name as (typeof ITEM_COLUMNS)[number]}.${place}`]),
    ),
  ]),
)

/** Which column a header's cell names, however it is written: `Gross Amount`, `gross-amount`. */
export function columnKeyOf(cell: string): ColumnKey | undefined {
  return KEYS.get(cell.trim().toLowerCase().replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, ''))
}

/** The header of our own template: the usual columns, in the order of a form. */
export const TEMPLATE_COLUMNS = [
  'order_id', 'item_details_name', 'item_details_quantity', 'item_details_price', 'gross_amount', 'first_name', 'last_name', 'email', 'phone',
  'description', 'usage_limit', 'expiry', 'enabled_payments',
] as const

function isItemColumn(name: ColumnName): boolean {
  return (ITEM_COLUMNS as readonly ColumnName[]).includes(name)
}
