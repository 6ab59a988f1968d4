import { expect, test } from '@playwright/test'
import { callAction, makeLink } from './support/actions'
import { PHONE, watch } from './support/browser-watch'
import { query } from './support/database'
import { badge, place } from './support/placed-order'
import { makeSeller, origin } from './support/seller'

/** What the other journeys at the desk do in English on a laptop, as most sellers do it: in Indonesian, with a thumb. */

test('a seller begins with a template, duplicates, pauses, deletes and takes it back, one link and many', async ({ browser }) => {
  const seller = await makeSeller('Toko Melati', 'id')
  const context = await browser.newContext({ ...PHONE, locale: 'id-ID', reducedMotion: 'reduce' })
  const watched = watch(context)
  const page = await context.newPage()
  await seller.signIn(context)
  const states = async () => (await query<{ state: string }>('SELECT state FROM links WHERE merchant_id = $1 ORDER BY created_at', [seller.merchantId])).map(({ state }) => state)
  await callAction('saveTemplateAction', { name: 'PO gamis', content: { items: [{ name: 'Gamis', price: '150.000', quantity: '1' }], usageLimit: '5' } }, seller)

  await page.goto('/links/new')
  await page.getByRole('button', { name: 'Templat', exact: true }).click()
  await page.getByRole('dialog', { name: 'Templat' }).getByRole('button', { name: /^PO gamis/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Diisi dari templat PO gamis.' })).toBeVisible()
  await page.getByRole('button', { name: 'Buat link' }).click()
  await expect(page.getByRole('heading', { name: 'Link siap dibagikan' })).toBeVisible()

  await page.goto('/links')
  const choose = async (action: string) => {
    await page.getByRole('button', { name: 'Tindakan lain untuk Gamis' }).first().click()
    await page.getByRole('menuitem', { name: action, exact: true }).click()
  }
  await choose('Jeda')
  await expect(page.getByText('Link dijeda. Pembeli belum bisa membayar.')).toBeVisible()
  await choose('Aktifkan lagi')
  await expect(page.getByText('Link aktif lagi.')).toBeVisible()
  await choose('Hapus')
  await page.getByRole('alertdialog', { name: 'Hapus link ini?' }).getByRole('button', { name: 'Hapus link' }).click()
  await expect.poll(states).toEqual(['deleted'])
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect.poll(states).toEqual(['active'])
  await choose('Duplikat')
  await expect(page.getByRole('status').filter({ hasText: 'Salinan dari Gamis.' })).toBeVisible()
  await page.getByRole('button', { name: 'Buat link' }).click()
  await expect(page.getByRole('heading', { name: 'Link siap dibagikan' })).toBeVisible()

  // Of all that match, one is over and stays as it is.
  const over = await makeLink(seller, { items: [{ name: 'Gamis', price: '150.000', quantity: 1 }] })
  await query("UPDATE links SET expires_at = now() - interval '1 minute', created_at = now() - interval '1 day' WHERE id = $1", [over.id])
  await page.goto('/links?q=gamis')
  const bar = page.getByRole('toolbar', { name: 'Link yang dipilih' })
  const pick = async (name: string) => {
    await bar.getByRole('button', { name: 'Lainnya' }).click()
    await page.getByRole('dialog').getByRole('button', { name }).click()
  }
  await page.getByRole('button', { name: 'Pilih', exact: true }).click()
  await pick('Pilih semua di halaman ini')
  await pick('Pilih semua yang cocok')
  await bar.getByRole('button', { name: 'Jeda' }).click()
  await page.getByRole('alertdialog', { name: 'Jeda 3 link?' }).getByRole('button', { name: 'Jeda' }).dblclick()
  await expect(page.getByText('2 dijeda, 1 sudah berakhir dan dibiarkan.')).toBeVisible()
  expect(await query('SELECT count(*)::int AS count FROM bulk_changes WHERE merchant_id = $1', [seller.merchantId])).toEqual([{ count: 1 }])

  await page.goto('/links?q=gamis')
  await page.getByRole('button', { name: 'Pilih', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Pilih Gamis' }).first().check()
  await pick('Hapus')
  await page.getByRole('alertdialog', { name: 'Hapus 1 link?' }).getByRole('button', { name: 'Hapus' }).click()
  await expect(page.getByText('1 dihapus.')).toBeVisible()
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect.poll(states).not.toContain('deleted')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  watched.expectClean()
  await context.close()
})

test('a seller gives a part of the money back, then the rest, and home counts what stays', async ({ browser }) => {
  const seller = await makeSeller('Toko Melati', 'id')
  const context = await browser.newContext({ ...PHONE, locale: 'id-ID', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await seller.signIn(context)
  const placed = await place(seller, { method: 'gopay', news: ['settle'] })
  await place(seller, { method: 'gopay', news: ['settle'] })
  const giveBack = async (amount: string | null) => {
    await page.goto(`${origin()}/orders/${placed.id}`)
    await page.getByRole('button', { name: 'Kembalikan dana' }).click()
    const dialog = page.getByRole('dialog')
    if (amount) await dialog.getByLabel('Nominal').fill(amount)
    await dialog.getByLabel('Alasan').fill('Satu barang kosong')
    await dialog.getByRole('button', { name: /^Kembalikan Rp/ }).click()
    await expect(dialog).toBeHidden()
  }
  const stays = async () => {
    const [row] = await query<{ stays: string }>('SELECT sum(amount - refunded_amount) AS stays FROM orders WHERE merchant_id = $1 AND paid_at IS NOT NULL', [seller.merchantId])
    return new Intl.NumberFormat('id-ID').format(Number(row?.stays))
  }
  await giveBack('20000')
  await expect(badge(page, 'Dikembalikan sebagian')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Pengembalian dana' })).toContainText('Email ke pelanggan')
  await giveBack(null)
  await expect(badge(page, 'Dikembalikan')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Kembalikan dana' })).toHaveCount(0)
  expect(await stays()).toBe('85.000')
  await expect(async () => {
    await page.goto('/home')
    await expect(page.getByRole('main')).toContainText(new RegExp(`Rp\\s${await stays()}`), { timeout: 1_000 })
  }).toPass()
  await context.close()
})

test('a seller sets what new links begin with and how they look, and looks over the next one', async ({ browser }) => {
  const seller = await makeSeller('Toko Melati', 'id')
  const context = await browser.newContext({ ...PHONE, locale: 'id-ID', reducedMotion: 'reduce' })
  const watched = watch(context)
  const page = await context.newPage()
  await seller.signIn(context)
  await page.goto('/settings/new-links')
  await page.getByLabel('Batas pakai').fill('10')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Tersimpan' })).toBeVisible()

  await page.goto('/settings')
  const colour = page.locator('form').filter({ has: page.getByLabel('Warna aksen', { exact: true }) })
  await colour.getByLabel('Warna aksen', { exact: true }).fill('#ff8ab0')
  await expect(colour.getByText(/Susah dibaca di halaman terang: 1,9 banding 1/)).toBeVisible()
  await colour.getByRole('button', { name: 'Pakai #db0047 saja' }).click()
  await colour.getByRole('button', { name: 'Simpan' }).click()
  await expect(colour.getByRole('status')).toHaveText('Tersimpan')

  await page.goto('/links/new')
  await expect(page.getByText('Dari setelanmu: batas pakai.')).toBeVisible()
  await page.getByLabel('Nama barang').fill('Kerudung')
  await page.getByLabel('Harga').fill('85000')
  await page.getByRole('button', { name: /Pilihan lain/ }).click()
  await page.getByRole('switch', { name: 'Cek semuanya dulu sebelum dibuat' }).check()
  await page.getByRole('button', { name: 'Cek lalu buat' }).click()
  const review = page.getByRole('dialog', { name: 'Sudah benar semua?' })
  await expect(review.getByText('Tidak ada yang dikirim. Kamu bagikan sendiri link-nya.')).toBeVisible()
  await review.getByRole('button', { name: 'Buat link' }).click()
  await expect(page.getByRole('heading', { name: 'Link siap dibagikan' })).toBeVisible()
  expect(await query('SELECT usage_limit FROM links WHERE merchant_id = $1', [seller.merchantId])).toEqual([{ usage_limit: 10 }])
  watched.expectClean()
  await context.close()
})
