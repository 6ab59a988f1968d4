import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { callAction, makeLink } from './support/actions'
import { findingsOf } from './support/axe'
import { chooseFile } from './support/choose-file'
import { order } from './support/customer'
import { query } from './support/database'
import { makeSeller, origin, type Seller } from './support/seller'

/** Links from a file, many links at once, and files of links and orders. */

let seller: Seller

test.beforeEach(async ({ context }) => {
  seller = await makeSeller()
  await seller.signIn(context)
})

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const made = (merchantId: string) => query<{ order_id: string; amount: string }>('SELECT order_id, amount FROM links WHERE merchant_id = $1 ORDER BY order_id', [merchantId])
const download = async (page: Page, name: string | RegExp) => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()])
  return readFileSync(await file.path())
}
const isClean = async (page: Page, name: string) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await findingsOf(page), `${name}, ${colorScheme}`).toEqual([])
  }
}

test('a file with mistakes makes nothing, put right it becomes links with a result file', async ({ page }) => {
  await page.goto('/links/import')
  await isClean(page, 'import')
  expect((await download(page, 'Download the template')).toString()).toContain('item_details_name')
  const head = 'order_id;item_details_name;item_details_price;first_name\n'
  await chooseFile(page.getByLabel('File with links'), csv('salah.csv', `${head}X-1;=1+1;85.000;Sari\nX-2;;abc;Dewi\n`))
  await expect(page.getByText('2 rows: 1 link can be made, 1 row has something wrong.')).toBeVisible()
  const wrong = page.getByRole('table')
  await expect(wrong.getByRole('row').filter({ hasText: 'item_details_name' })).toContainText('Fill this in.')
  await expect(wrong.getByRole('row').filter({ hasText: 'abc' })).toContainText('Type an amount')
  await isClean(page, 'preview')
  expect(await made(seller.merchantId)).toEqual([])

  const good = csv('benar.csv', `${head}X-1;=1+1;85.000;Sari\nX-2;Tas;125000;Dewi\n`)
  await chooseFile(page.getByLabel('File with links'), good)
  await page.getByRole('button', { name: 'Make 2 links' }).click()
  await expect(page.getByText('2 links made, none refused')).toBeVisible()
  await isClean(page, 'import, done')
  // Parted as the file was: what opened that opens this.
  const rows = parse(await download(page, 'Download the result'), { bom: true, delimiter: ';', columns: true }) as Record<string, string>[]
  expect(rows.map(({ order_id, status }) => [order_id, status])).toEqual([['X-1', 'made'], ['X-2', 'made']])
  expect((await fetch(rows[0]?.['payment_link_url'] ?? '')).status).toBe(200)
  await page.getByRole('link', { name: 'See the links' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'X-1' })).toContainText('=1+1')

  await page.goto('/links/import')
  await chooseFile(page.getByLabel('File with links'), good)
  await expect(page.getByText('This very file was imported before (2 links were made)', { exact: false })).toBeVisible()
  expect((await made(seller.merchantId)).length).toBe(2)
})

test('in Indonesian a pasted table is imported, and what cannot be read is said in a sentence', async ({ page, context }) => {
  await seller.signIn(context, 'id')
  await page.goto('/links/import')
  const file = page.getByLabel('File berisi link')
  await chooseFile(file, csv('salah.csv', `nama barang;harga\n${'Kaos;abc\n'.repeat(101)}`))
  await expect(page.getByText('Dan 1 baris lagi.')).toBeVisible()
  await expect(page.getByText('Betulkan barisnya di tabelmu lalu pilih lagi.')).toBeVisible()
  await expect(page.getByText('Semuanya ada di file hasil.')).toHaveCount(0)
  await chooseFile(file, csv('sebagian.csv', `nama barang;harga\nTas;1000\n${'Kaos;abc\n'.repeat(101)}`))
  await expect(page.getByText('Dan 1 baris lagi. Semuanya ada di file hasil.')).toBeVisible()
  for (const [content, sentence] of [
    [csv('a.csv', ''), 'Isinya kosong.'],
    [csv('b.csv', 'nama toko;alamat\nA;B'), 'Yang belum ada: item_details_name, item_details_price.'],
    [csv('c.csv', `nama barang;harga\n${'x'.repeat(1_000_000)};1`), 'Baris 2 terlalu panjang'],
    [csv('d.csv', `nama barang;harga\n${'Kaos;1000\n'.repeat(5_001)}`), 'Barisnya lebih dari 5.000.'],
    [csv('e.csv', 'x'.repeat(5_000_001)), 'paling banyak 5 MB'],
  ] as const) {
    await chooseFile(file, content)
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
  }
  await page.getByLabel('Atau tempel tabelnya di sini').fill('nama barang\tharga\nKerudung\t85.000')
  await page.getByRole('button', { name: 'Periksa tabel' }).click()
  await page.getByRole('button', { name: 'Buat 1 link' }).click()
  await expect(page.getByText('1 link dibuat, tidak ada yang ditolak')).toBeVisible()
})

test('an import that is stopped keeps what it made', async ({ page }) => {
  await page.goto('/links/import')
  await chooseFile(page.getByLabel('File with links'), csv('banyak.csv', `item_name,price\n${Array.from({ length: 4_000 }, (_, index) => `Kaos ${index},1000`).join('\n')}`))
  await page.getByRole('button', { name: 'Make 4,000 links' }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Stopped')).toBeVisible()
  const rows = parse(await download(page, 'Download the result'), { bom: true, columns: true }) as Record<string, string>[]
  expect(rows.length).toBe(4_000)
  expect(rows.filter(({ status }) => status === 'made').length).toBeLessThan(4_000)
  expect(rows.at(-1)?.['status']).toBe('stopped before')
  // The rows that were in hand at that moment.
  const counts = () => query<{ links: string; rows: string }>("SELECT (SELECT count(*) FROM links WHERE merchant_id = $1) AS links, (SELECT count(*) FROM link_import_rows r JOIN link_imports i ON i.id = r.import_id WHERE i.merchant_id = $1 AND r.state = 'made') AS rows", [seller.merchantId])
  await expect.poll(async () => (await counts()).every(({ links, rows: told }) => links === told)).toBe(true)
})

test('a selection is paused at once, and all that match are deleted with a way back', async ({ page }) => {
  for (const name of ['Kaos satu', 'Kaos dua', 'Tas']) await makeLink(seller, { items: [{ name, price: '85.000', quantity: 1 }], usageLimit: '5' })
  const [link] = await query<{ slug: string }>("SELECT slug FROM links WHERE merchant_id = $1 AND search_text LIKE '%kaos satu%'", [seller.merchantId])
  await order(link?.slug ?? '')
  const states = async () => (await query<{ state: string }>('SELECT state FROM links WHERE merchant_id = $1 ORDER BY search_text LIKE \'%tas\', created_at', [seller.merchantId])).map(({ state }) => state)

  await page.goto('/links')
  const bar = page.getByRole('toolbar', { name: 'Selected links' })
  await page.getByRole('checkbox', { name: 'Select Tas' }).check()
  await bar.getByRole('button', { name: 'Clear' }).click()
  await expect(bar).toBeHidden()
  await expect(page.getByRole('checkbox', { name: 'Select Tas' })).not.toBeChecked()
  await page.getByRole('checkbox', { name: 'Select Kaos satu' }).check()
  await page.getByRole('checkbox', { name: 'Select Tas' }).check()
  await isClean(page, 'selection')
  await page.getByRole('toolbar', { name: 'Selected links' }).getByRole('button', { name: 'Pause' }).click()
  const question = page.getByRole('alertdialog', { name: 'Pause 2 links?' })
  await expect(question).toContainText('1 customer is paying right now.')
  await question.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('2 paused.')).toBeVisible()

  await page.goto('/links?q=kaos')
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await page.getByRole('button', { name: 'Select all that match' }).click()
  await page.getByRole('toolbar', { name: 'Selected links' }).getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('alertdialog', { name: 'Pause 2 links?' }).getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('1 paused, 1 was already.')).toBeVisible()
  await isClean(page, 'change')
  expect(await states()).toEqual(['paused', 'paused', 'paused'])

  await page.goto('/links?q=kaos')
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await page.getByRole('toolbar', { name: 'Selected links' }).getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('alertdialog', { name: 'Delete 2 links?' }).getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('2 deleted.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('2 restored.')).toBeVisible()
  expect(await states()).toEqual(['paused', 'paused', 'paused'])
})

test('on a phone rows are selected in a mode of their own', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await makeLink(seller, { items: [{ name: 'Kaos satu', price: '85.000', quantity: 1 }] })
  await page.goto('/links')
  await expect(page.getByRole('checkbox', { name: 'Select Kaos satu' })).toBeHidden()
  await page.getByRole('button', { name: 'Select', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Select Kaos satu' }).check()
  await expect(page.getByRole('toolbar', { name: 'Selected links' }).getByText('1 selected')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('what a list shows is exported and read back, in both languages', async ({ page, context }) => {
  await makeLink(seller, { orderId: 'EX-1', items: [{ name: '=SUM(A1)', price: '85.000', quantity: 1 }], customer: { firstName: 'Sari', lastName: '', email: '', phone: '0812-3456', notes: '' } })
  const paused = await makeLink(seller, { orderId: 'EX-2' })
  await query("UPDATE links SET state = 'paused' WHERE id = $1", [paused.id])
  await page.goto('/links?status=active')
  await page.getByRole('link', { name: 'Export' }).click()
  await expect(page.getByText('Only what your search and filters show.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Phone' }).check()
  await page.getByRole('button', { name: 'Make the file' }).click()
  await isClean(page, 'exports')
  const rows = parse(await download(page, /^Download Links, CSV/), { bom: true, columns: true }) as Record<string, string>[]
  expect(rows).toMatchObject([{ 'Order ID': 'EX-1', Name: "'=SUM(A1)", Amount: '85000', Currency: 'IDR', Phone: '0812-3456', Status: 'Active' }])

  await seller.signIn(context, 'id')
  await page.goto('/exports?kind=links')
  await expect(page.getByRole('checkbox', { name: 'Telepon' })).toBeChecked()
  await page.getByLabel('Excel (XLSX)').check()
  await page.getByRole('button', { name: 'Buat file' }).click()
  const [header, ...cells] = await readSheet(await download(page, /^Unduh Link, XLSX/))
  expect(header?.slice(0, 2)).toEqual(['ID pesanan', 'Nama'])
  expect(cells.map(([id, name]) => [id, id === 'EX-1' ? name : ''])).toEqual([['EX-2', ''], ['EX-1', '=SUM(A1)']])
})

test('files of another shop look like missing ones, and no file is taken from elsewhere', async () => {
  const stranger = await makeSeller()
  const missing = randomUUID()
  const post = (path: string, headers: Record<string, string>) => fetch(`${origin()}${path}`, { method: 'POST', body: 'item_name,price\nKaos,1000', headers })
  const own = { origin: origin(), cookie: seller.cookie }
  const sent = await post(`/api/links/import?submission=${randomUUID()}&name=a.csv`, own)
  const { id } = (await sent.json()) as { id: string }
  const asked = await callAction('startExportAction', { kind: 'links', filter: {}, format: 'csv', submissionId: randomUUID(), columns: ['orderId'] }, seller)
  const exported = (asked.result?.value as { id: string }).id
  await expect.poll(async () => (await fetch(`${origin()}/api/exports/${exported}`, { headers: { cookie: seller.cookie } })).status).toBe(200)
  for (const path of [`/api/links/import/${id}/result`, `/api/exports/${exported}`]) {
    for (const cookie of [stranger.cookie, '']) {
      const foreign = await fetch(`${origin()}${path}`, { headers: { cookie } })
      const absent = await fetch(`${origin()}${path.replace(/[0-9a-f-]{36}/, missing)}`, { headers: { cookie } })
      expect([foreign.status, await foreign.text(), foreign.headers.get('content-type')], path).toEqual([404, '', null])
      expect([absent.status, await absent.text(), absent.headers.get('content-type')], path).toEqual([404, '', null])
    }
  }
  const page = (path: string, cookie: string) => fetch(`${origin()}${path}`, { headers: { cookie } }).then(({ status }) => status)
  expect([await page(`/links/import/${id}`, seller.cookie), await page(`/links/import/${id}`, stranger.cookie), await page(`/links/import/${missing}`, stranger.cookie)]).toEqual([200, 404, 404])
  for (const path of ['/api/links/import/preview', `/api/links/import?submission=${randomUUID()}`]) {
    expect((await post(path, { cookie: seller.cookie })).status).toBe(403)
    expect((await post(path, { ...own, origin: 'https://evil.example' })).status).toBe(403)
    expect((await post(path, { origin: origin() })).status).toBe(401)
  }
  expect((await post('/api/links/import?submission=x', own)).status).toBe(400)
})
