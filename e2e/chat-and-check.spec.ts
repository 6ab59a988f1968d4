import { expect, test } from '@playwright/test'
import { makeLink } from './support/actions'
import { PHONE } from './support/browser-watch'
import { query } from './support/database'
import { addAccount, inLiveMode } from './support/receiving'
import { forgetTries } from './support/rate-limits'
import { makeSeller, type Seller } from './support/seller'

/** What a seller is sent by customers, and what a customer asks about what they were sent. */

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile })

let seller: Seller
test.beforeEach(async () => {
  seller = await makeSeller('Toko Melati', 'id')
  await forgetTries('checkByAddress')
})

test('an order in one breath fills the form, says what it left out, and is not sent anywhere before', async ({ context, page }) => {
  await seller.signIn(context)
  await page.goto('/links/new')
  await page.getByRole('button', { name: 'Tempel chat' }).click()
  await page.getByLabel('Pesanan seperti yang ditulis pembeli').fill('[20/11, 19.03] Sari: pesen 2 brownies @45rb sama 1 bolu pandan 60k ya, kirim ke Jl. Merpati 7 Bekasi, 0812-9876-5432\n[20/11, 19.04] Sari: <Media tidak disertakan>\n[20/11, 19.05] Sari: ongkir JNE 18rb kan? besok bisa?')
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.getByRole('button', { name: 'Isi formulir' }).click()
  await expect(page.getByText('Sudah diisikan. Tolong cek lagi di bawah:')).toBeVisible()

  const names = page.getByLabel('Nama barang')
  await expect(names.nth(0)).toHaveValue('brownies')
  await expect(names.nth(1)).toHaveValue('bolu pandan')
  await expect(names).toHaveCount(2)
  await expect(page.getByRole('textbox', { name: /^Harga/ }).first()).toHaveValue('45.000')
  await expect(page.getByRole('definition').filter({ hasText: 'Jl. Merpati 7 Bekasi' })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: '0812-9876-5432' })).toBeVisible()
  // A question about shipping is no price of it.
  await expect(page.getByRole('listitem').filter({ hasText: 'ongkir JNE 18rb kan?' })).toBeVisible()
  await expect(page.getByText('Media tidak disertakan')).toHaveCount(1)
  expect(sent.filter((request) => /brownies|Merpati/.test(request))).toEqual([])
})

test('the check page says of a genuine link that is closed that it cannot be paid, and does not push anybody to it', async ({ page }) => {
  const [open, deleted, sold] = [await makeLink(seller), await makeLink(seller), await makeLink(seller)]
  await query("UPDATE links SET state = 'deleted', deleted_at = now() WHERE id = $1", [deleted.id])
  await query('UPDATE links SET used_count = 1 WHERE id = $1', [sold.id])
  const verdict = async (text: string) => {
    await page.goto(`/check?lang=id&link=${encodeURIComponent(text)}`)
    return await page.getByRole('heading', { level: 1 }).textContent()
  }
  expect(await verdict(open.slug)).toBe('Link ini asli')
  expect(await verdict(deleted.slug)).toBe('Link ini asli, tapi sekarang tidak bisa dibayar')
  await expect(page.getByRole('definition').filter({ hasText: 'Link sudah dihapus' })).toBeVisible()
  expect(await verdict(sold.slug)).toBe('Link ini asli, tapi sekarang tidak bisa dibayar')
  // Only an ID was pasted: nothing is said about an address.
  expect(await verdict('halo')).toBe('Link ini tidak ada di sini')
  await expect(page.getByRole('main')).toContainText('Tidak ada link dengan ID itu di situs ini.')
})

test('another name on the QRIS code than the shop’s is explained before anybody pays, where it can be paid so', async ({ page }) => {
  const live = inLiveMode(seller)
  const qris = await addAccount(live, { kind: 'qris', label: 'QRIS', details: { merchantName: 'SARI WULANDARI' } })
  await addAccount(live, { kind: 'bank', label: 'BCA' })
  const [both, transferOnly] = [await makeLink(live), await makeLink(live, { accountsOff: [qris] })]
  const explained = page.getByText('Aplikasi akan menampilkan “SARI WULANDARI”. QRIS Toko Melati terdaftar dengan nama itu.')
  for (const address of ['/p/SLUG?lang=id', '/check?lang=id&link=SLUG']) {
    await page.goto(address.replace('SLUG', both.slug))
    await expect(page.getByRole('definition').filter({ hasText: 'SARI WULANDARI' })).toBeVisible()
    await expect(explained).toBeVisible()
    await page.goto(address.replace('SLUG', transferOnly.slug))
    await expect(page.getByRole('definition').filter({ hasText: 'Toko Melati' })).toBeVisible()
    await expect(page.getByText('SARI WULANDARI')).toHaveCount(0)
  }
  await query('UPDATE merchants SET name = $2 WHERE id = $1', [seller.merchantId, 'Sari Wulandari'])
  await page.goto(`/check?lang=id&link=${both.slug}`)
  await expect(page.getByRole('definition').filter({ hasText: 'SARI WULANDARI' }).first()).toBeVisible()
  await expect(page.getByText('terdaftar dengan nama itu')).toHaveCount(0)
})
