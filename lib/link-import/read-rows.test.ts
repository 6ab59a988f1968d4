import { describe, expect, it } from 'vitest'
import { TEST_OFFERS } from '@/lib/receiving/rules'
import { decodeText } from '@/lib/statement/decode-text'
import { readRows } from './read-rows'
import { MAX_ROWS, readTable } from './read-table'
import { typedExpiry, typedTime } from './read-times'

const AT = new Date('2026-11-20T05:00:00Z')
const ids = () => ({ submissionId: '01933b2e-0000-7000-8000-000000000000', orderId: 'OWN-1', slug: 'own1' })

function rowsOf(text: string) {
  const read = readTable(text)
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  return readRows(read.table, { timeZone: 'Asia/Jakarta', currency: 'IDR', at: AT, offers: TEST_OFFERS, mode: 'test', suggest: ids })
}

const problemsOf = (text: string) => rowsOf(text).map(({ problems }) => problems?.map(({ column, message }) => `${column}: ${message}`) ?? null)

describe('a table', () => {
  it.each([
    ['commas', 'order_id,item_details_name,item_details_price\nA-1,Kaos,"85.000"'],
    ['semicolons', 'order_id;item_details_name;item_details_price\nA-1;Kaos;85.000'],
    ['tabs', 'order_id\titem_details_name\titem_details_price\nA-1\tKaos\t85.000'],
    ['a byte order mark', '\uFEFForder_id,item_details_name,item_details_price\r\nA-1,Kaos,85000\r\n'],
    ['Excel’s own first line', 'sep=;\r\nOrder ID;Item Name;Price\r\nA-1;Kaos;85000'],
    ['Indonesian names and blank rows', 'Id Pesanan;Nama Barang;Harga\n;;\nA-1;Kaos;Rp 85.000\n\n'],
  ])('is understood with %s', (_, text) => {
    const [row] = rowsOf(text)
    expect(row?.problems).toBeNull()
    expect(row?.wish).toMatchObject({ orderId: 'A-1', items: [{ name: 'Kaos', quantity: '1' }], usageLimit: 1, customer: null, expiry: { kind: 'never' } })
    expect(row?.total).toBe(85_000)
  })

  it.each([
    ['UTF-8', Buffer.from('item_name;price\nKaos “é”;1000', 'utf8')],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('item_name;price\nKaos “é”;1000', 'utf16le')])],
    ['Windows-1252', Buffer.concat([Buffer.from('item_name;price\nKaos ', 'latin1'), Buffer.from([0x93, 0xe9, 0x94]), Buffer.from(';1000', 'latin1')])],
  ])('is understood in %s', (_, bytes) => {
    expect(rowsOf(decodeText(bytes))[0]?.wish?.items[0]?.name).toBe('Kaos “é”')
  })

  it('of UTF-8 with a broken letter keeps all others, and says which cell it is in', () => {
    const bytes = Buffer.concat([Buffer.from('item_name;price\nKaos “é”;1000\nTas mer', 'utf8'), Buffer.from([0xff]), Buffer.from(';1000\n', 'utf8')])
    const [whole, broken] = rowsOf(decodeText(bytes))
    expect(whole?.wish?.items[0]?.name).toBe('Kaos “é”')
    expect(broken?.problems).toEqual([{ column: 'item_name', message: 'importRow.unreadable', value: 'Tas mer\uFFFD' }])
  })

  it('has a space for a line break where a form’s field takes none', () => {
    const [row] = rowsOf('item_name,price,description\n"Kaos \r\nmerah",1000,"satu\ndua"')
    expect(row?.wish).toMatchObject({ items: [{ name: 'Kaos merah' }], description: 'satu\ndua' })
  })

  it('keeps formulas, quotes, line breaks, emoji and right-to-left text as the text they are', () => {
    const names = ['=HYPERLINK("x")', 'Papan 12"', '🧕🏽 Kerudung', 'مرحبا', "'=1+1"]
    const text = `item_name,price,description\n${names.map((name) => `"${name.replaceAll('"', '""')}",1000,"satu\ndua;tiga"`).join('\n')}`
    const rows = rowsOf(text)
    expect(rows.map(({ wish }) => wish?.items[0]?.name)).toEqual(['=HYPERLINK("x")', 'Papan 12"', '🧕🏽 Kerudung', 'مرحبا', '=1+1'])
    expect(rows.map(({ wish }) => wish?.description)).toEqual(names.map(() => 'satu\ndua;tiga'))
    expect(rowsOf('item_name,price\nPapan 12" kayu,1000')[0]?.wish?.items[0]?.name).toBe('Papan 12" kayu')
  })

  const row = 'Kaos,1000\n'
  it.each([
    ['', { kind: 'empty' }],
    [' \n\t\n', { kind: 'empty' }],
    ['item_name,price\n,\n', { kind: 'noRows' }],
    ['PK\u0003\u0004x', { kind: 'binary' }],
    ['nama,alamat\nA,B', { kind: 'header', columns: ['item_details_name', 'item_details_price'] }],
    ['item_name,price,Harga\nA,1,1', { kind: 'doubledColumn', columns: ['Harga'] }],
    ['item_name,price\nKaos,1000\n"Tas,2000\n', { kind: 'quotes', row: 3 }],
    [`item_name,price\nKaos,1000\n${'x'.repeat(1_000_000)},1000`, { kind: 'cellTooLarge', row: 3 }],
    [`item_name,price\n${row.repeat(MAX_ROWS + 1)}`, { kind: 'tooManyRows' }],
    [`item_name,price\n${'\n'.repeat(30_000)}`, { kind: 'noRows' }],
  ])('that cannot be read says why (%#)', (text, failure) => {
    expect(readTable(text)).toEqual({ ok: false, failure })
  })

  it('takes 5,000 rows', () => {
    const read = readTable(`item_name,price\n${row.repeat(MAX_ROWS)}`)
    expect(read.ok && read.table.rows.length).toBe(MAX_ROWS)
  })
})

describe('a row', () => {
  it('takes Midtrans’ bulk file as it is', () => {
    const [read] = rowsOf(
      'gross_amount,first_name,last_name,email,phone,order_id,item_details_name,item_details_quantity,item_details_price,expiry_duration,expiry_unit,start_time,enabled_payments\n' +
        '170000.00,,Wulandari,sari@example.com,+62 812-3456-7890,M-1,Kerudung,2,85000,3,days,2026-12-01 08:00 +0700,bca_va gopay',
    )
    expect(read?.problems).toBeNull()
    expect(read?.wish).toMatchObject({
      orderId: 'M-1', items: [{ name: 'Kerudung', price: '85000', quantity: '2' }], expiry: { kind: 'after', amount: '3', unit: 'days' }, startsAt: '2026-12-01T08:00:00',
      customer: { firstName: 'Wulandari', lastName: '', email: 'sari@example.com', phone: '+62 812-3456-7890' }, paymentMethods: ['bca_va', 'gopay'],
    })
  })

  it('may have further items, and gives a single piece its price as the total', () => {
    expect(rowsOf('item_name,price,item_details_name_2,item_details_price_2,item_details_quantity_2\nKaos,1000,Tas,500,3')[0]?.total).toBe(2_500)
    expect(rowsOf('item_name,gross_amount\nKaos,85.000')[0]?.total).toBe(85_000)
    expect(rowsOf('item_name,price,currency\nKaos,4.35,usd')[0]).toMatchObject({ total: 435, wish: { currency: 'USD' } })
  })

  it.each([
    ['item_name,price\n,1000', ['item_name: required']],
    ['item_name,price\nKaos,', ['price: required']],
    ['item_name,price\nKaos,abc', ['price: price.notANumber']],
    ['item_name,price,gross_amount\nKaos,1000,2000', ['gross_amount: importRow.grossAmount']],
    ['item_name,price,quantity\nKaos,1000,0', ['quantity: quantity']],
    ['item_name,price,order_id\nKaos,1000,a b', ['order_id: orderIdCharacters']],
    ['item_name,price,email,phone\nKaos,1000,x@,12', ['email: email', 'phone: phone']],
    ['item_name,price,expiry\nKaos,1000,besok', ['expiry: importRow.expiry']],
    ['item_name,price,expiry\nKaos,1000,2026-02-31', ['expiry: dateTime']],
    ['item_name,price,expiry\nKaos,1000,2020-01-01', ['expiry: expiryPast']],
    ['item_name,price,currency\nKaos,1000,XXX', ['currency: importRow.currency']],
    ['item_name,price,currency\nKaos,4.35,JPY', ['price: price.decimalsOther']],
    ['item_name,price,enabled_payments\nKaos,1000,dogecoin', ['enabled_payments: importRow.method']],
    ['item_name,price,enabled_payments\nKaos,1000,bca_va', ['enabled_payments: noUsableMethod']],
    ['item_name,price\nKaos,1000,oops', [': importRow.tooManyCells']],
    ['item_name,price\n"a\u0007b",1000', ['item_name: controlCharacters']],
    [`item_name,price\n${'x'.repeat(51)},1000`, ['item_name: max50']],
    [`item_name,price\n${'x'.repeat(25_000)},1000`, ['item_name: max50']],
  ])('is told which cell is wrong: %#', (text, problems) => {
    expect(problemsOf(text)).toEqual([problems])
  })

  it('is refused when its IDs stand in the file before', () => {
    expect(problemsOf('item_name,price,order_id,slug\nA,1000,X-1,x1\nB,1000,X-1,x2\nC,1000,X-2,x1')).toEqual([null, ['order_id: importRow.orderIdTwice'], ['slug: importRow.slugTwice']])
  })
})

it.each([
  ['2026-12-31', '2026-12-31T23:59:00'], ['2026-12-31 18:05', '2026-12-31T18:05:00'], ['31/12/2026 18.05', '2026-12-31T18:05:00'], ['1/2/2027', '2027-02-01T23:59:00'],
  ['2026-12-31 18:00 +0900', '2026-12-31T16:00:00'], ['2026-12-31T18:00:00Z', '2027-01-01T01:00:00'], ['besok', 'besok'],
])('reads %j as a time of the shop', (text, time) => {
  expect(typedTime(text, { timeZone: 'Asia/Jakarta', ofDay: '23:59' })).toBe(time)
})

it.each([
  ['', '', '', { kind: 'never' }], ['tidak', '', '', { kind: 'never' }], ['3 hari', '', '', { kind: 'after', amount: '3', unit: 'days' }], ['', '2', 'hour', { kind: 'after', amount: '2', unit: 'hours' }],
  ['', '2', '', { kind: 'after', amount: '2', unit: 'days' }], ['', '', 'days', null], ['3 weeks', '', '', null], ['', '2', 'fortnights', null],
] as const)('reads expiry %j %j %j', (expiry, duration, unit, read) => {
  expect(typedExpiry({ expiry, duration, unit }, 'Asia/Jakarta')).toEqual(read)
})

describe('the column of accounts', () => {
  const offers = (['BCA 123', 'Mandiri 9'] as const).map((label, index) => ({ method: 'own_transfer' as const, minimum: 1, maximum: 1_000_000, account: { id: `0198a000-0000-7000-8000-00000000000${index}`, label } }))
  const read = (cell: string) => {
    const table = readTable(`item_name,price,rekening\nKaos,1000,"${cell}"`)
    if (!table.ok) throw new Error('no table')
    return readRows(table.table, { timeZone: 'Asia/Jakarta', currency: 'IDR', at: AT, offers, mode: 'live', suggest: ids })[0]
  }

  it('takes those that it names, and no others of their kind', () => {
    expect(read('')?.wish?.accountsOff).toEqual([])
    expect(read('mandiri 9')?.wish?.accountsOff).toEqual(['0198a000-0000-7000-8000-000000000000'])
    expect(read('BCA 123; Mandiri 9')?.wish?.accountsOff).toEqual([])
  })

  it('refuses a name that the shop has not', () => {
    expect(read('BCA 124')?.problems).toEqual([{ column: 'rekening', message: 'importRow.account', value: 'BCA 124' }])
  })
})
