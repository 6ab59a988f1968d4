import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listLinks } from '@/lib/link/queries'
import { listOrders } from '@/lib/order/queries'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'
import { NOON } from '@/prisma/testing/factories'
import { testDatabaseUrl, useBareDatabase } from '@/prisma/testing/test-database'
import { applyMigrations } from './migrate'

/** New databases are empty when their migrations run. This one was used before the first of these came. */
const FIRST_NEW = '20261129160000_one_switch_for_warnings'

useBareDatabase()

let client: pg.Client
let applied: string[]

beforeAll(async () => {
  await applyMigrations({ databaseUrl: testDatabaseUrl(), before: FIRST_NEW })
  client = new pg.Client({ connectionString: testDatabaseUrl() })
  await client.connect()
  await fillShops()
  await fillOrders()
  applied = (await applyMigrations({ databaseUrl: testDatabaseUrl() })).applied
})
afterAll(() => client.end())

it('applies what is new, once', async () => {
  expect(applied).toEqual(expect.arrayContaining([FIRST_NEW, '20261129160000_search_newest_first']))
  expect(await applyMigrations({ databaseUrl: testDatabaseUrl() })).toEqual({ applied: [] })
})

/** Of each shop: the letters that it muted, and its switch among the reminders, if it ever touched those. */
const SHOPS = {
  neither: { muted: [], reminders: null },
  mutedOnly: { muted: ['receipt', 'expiryWarning', 'refund'], reminders: null },
  mutedWithReminders: { muted: ['expiryWarning'], reminders: { hours: 24, warns: true } },
  switchedOff: { muted: ['receipt'], reminders: { hours: 3, warns: false } },
  switchedOn: { muted: [], reminders: { hours: null, warns: true } },
} as const

const ids = Object.fromEntries(Object.keys(SHOPS).map((shop) => [shop, randomUUID()])) as Record<keyof typeof SHOPS, string>

async function fillShops(): Promise<void> {
  for (const [shop, { muted, reminders }] of Object.entries(SHOPS) as [keyof typeof SHOPS, (typeof SHOPS)[keyof typeof SHOPS]][]) {
    await client.query('INSERT INTO merchants (id, name, slug, muted_letters, updated_at) VALUES ($1, $2, $3, $4, $5)', [ids[shop], shop, shop.toLowerCase(), muted, NOON])
    if (reminders) {
      await client.query('INSERT INTO reminder_settings (merchant_id, unpaid_order_hours, warns_orders, updated_at) VALUES ($1, $2, $3, $4)', [ids[shop], reminders.hours, reminders.warns, NOON])
    }
  }
}

describe('one switch for warnings', () => {
  it.each([
    ['neither', [], null],
    ['mutedOnly', ['receipt', 'refund'], { hours: null, warns: false }],
    ['mutedWithReminders', [], { hours: 24, warns: false }],
    ['switchedOff', ['receipt'], { hours: 3, warns: false }],
    ['switchedOn', [], { hours: null, warns: true }],
  ] as const)('leaves a shop that had %s with what it chose', async (shop, muted, reminders) => {
    const { rows: [merchant] } = await client.query('SELECT muted_letters AS muted FROM merchants WHERE id = $1', [ids[shop]])
    expect(merchant).toEqual({ muted })
    const { rows } = await client.query('SELECT unpaid_order_hours AS hours, warns_orders AS warns FROM reminder_settings WHERE merchant_id = $1', [ids[shop]])
    expect(rows).toEqual(reminders ? [reminders] : [])
  })
})

const CUSTOMERS = [
  { id: 'INV-1', phone: '0812-3456-7890', text: 'sari 0812-3456-7890 kopi gayo', after: 'sari 081234567890 kopi gayo' },
  { id: 'INV-2', phone: '+62 (813) 9999.0000', text: 'sari +62 (813) 9999.0000 kopi gayo', after: 'sari 6281399990000 kopi gayo' },
  { id: 'INV-3', phone: '081377770000', text: 'sari 081377770000 kopi gayo', after: 'sari 081377770000 kopi gayo' },
  { id: 'INV-4', phone: null, text: 'sari 10-10 kopi gayo', after: 'sari 10-10 kopi gayo' },
] as const

async function fillOrders(): Promise<void> {
  for (const { id, phone, text } of CUSTOMERS) {
    const row = [randomUUID(), ids.neither, id, `${id.toLowerCase()} ${text}`, NOON]
    const { rows: [link] } = await client.query<{ id: string }>(
      `INSERT INTO links (id, merchant_id, mode, order_id, slug, amount, items, customer, search_text, created_at, updated_at)
       VALUES ($1::uuid, $2, 'test', $3::text, lower($3::text), 72000, '[{"name": "Kopi Gayo", "price": 72000, "quantity": 1}]', $6, $4, $5, $5) RETURNING id`,
      [...row, phone ? { firstName: 'Sari', lastName: '', email: '', phone, notes: '' } : null])
    await client.query(
      `INSERT INTO orders (id, merchant_id, mode, order_id, search_text, created_at, updated_at, expires_at, link_id, customer_phone, token, submission_id, status, amount, currency, items,
         payment_method, instructions, customer_name, locale)
       VALUES ($1::uuid, $2, 'test', $3::text || '-1', $4, $5, $5, $5, $6, $7, left($1::uuid::text, 22), $1::uuid, 'cancelled', 72000, 'IDR', '[]', 'gopay', '{"kind": "card"}', 'Sari', 'id')`,
      [...row, link?.id, phone])
  }
}

describe('search newest first', () => {
  const scope = (): MerchantScope => mintScope({ merchantId: ids.neither, mode: 'test', userId: null })

  it.each(['orders', 'links'])('writes the phone numbers of old %s as bare digits, and nothing else', async (table) => {
    const { rows } = await client.query<{ text: string }>(`SELECT search_text AS text FROM ${table} ORDER BY order_id`)
    expect(rows.map(({ text }) => text)).toEqual(CUSTOMERS.map(({ id, after }) => `${id.toLowerCase()} ${after}`))
  })

  it.each([['0812-3456', ['INV-1']], ['3456 7890', ['INV-1']], ['8139999', ['INV-2']], ['+62 813', ['INV-2', 'INV-3']], ['10-10', ['INV-4']], ['kopi gayo', ['INV-1', 'INV-2', 'INV-3', 'INV-4']]])('finds them by %s', async (q, expected) => {
    const filter = { q, status: undefined, cursor: undefined }
    expect((await listLinks(scope(), filter, NOON)).links.map(({ orderId }) => orderId).toSorted()).toEqual(expected)
    expect((await listOrders(scope(), { ...filter, method: undefined, link: undefined }, NOON)).orders.map(({ orderId }) => orderId.slice(0, -2)).toSorted()).toEqual(expected)
  })

  it('has each search index once, with the text before the shop', async () => {
    const { rows } = await client.query<{ definition: string }>("SELECT indexdef AS definition FROM pg_indexes WHERE indexname IN ('orders_search', 'links_search')")
    expect(rows.map(({ definition }) => /date_bin.*search_digits.*search_text gin_trgm_ops, merchant_id\)$/s.test(definition))).toEqual([true, true])
  })
})
