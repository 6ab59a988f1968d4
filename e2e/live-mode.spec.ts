import { expect, test, type Page } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import { callAction, linkInput, makeLink } from './support/actions'
import { PHONE, watch } from './support/browser-watch'
import { query } from './support/database'
import { photoOf, qrisCode } from './support/qris'
import { bankOf, live } from './support/receiving'
import { makeSeller, origin } from './support/seller'

/** Test and live, and the shop's own ways to be paid. */

const PASSWORD = 'rahasia-sekali'

const WORDS = {
  id: {
    locale: 'id-ID', shopName: 'Nama toko', password: 'Kata sandi', openShop: 'Buka toko', modes: 'Yang sedang kamu kerjakan', test: 'Uji', live: 'Live',
    firstLink: 'Buat link pertamamu', setup: 'Sebelum link asli pertamamu', goWay: 'Tambah cara dibayar', bankKind: /^Rekening bank atau e-wallet/, qrisKind: /^Kode QRIS milikmu/,
    bank: 'Bank atau e-wallet', number: 'Nomor rekening', holder: 'Atas nama', myPassword: 'Kata sandimu', add: 'Tambah', wrongPassword: 'Kata sandi kamu belum benar.', length: 'Nomor rekening bank ini terdiri dari 10 angka.',
    picture: /Pilih gambar/, found: 'Kode ditemukan', differs: /Kodenya bernama “TOKO MELATI JAYA”, tokomu bernama “Toko Mawar”/, mine: 'Ini kodeku', tick: /centang bahwa ini kodemu/,
    maximum: 'Nominal terbesar', newLink: 'Link baru', itemName: 'Nama barang', price: 'Harga', outside: /semuanya menerima Rp\s1 sampai Rp\s10\.000\.000/, create: 'Buat link', ready: 'Link siap dibagikan',
    allMethods: 'Semua metode', more: /Pilihan lain/, toList: 'Ke daftar link', history: 'Riwayat', added: /Ditambahkan oleh/,
  },
  en: {
    locale: 'en-GB', shopName: 'Shop name', password: 'Password', openShop: 'Open shop', modes: 'What you work on', test: 'Test', live: 'Live',
    firstLink: 'Make your first link', setup: 'Before your first real link', goWay: 'Add a way to be paid', bankKind: /^Bank account or e-wallet/, qrisKind: /^Your QRIS code/,
    bank: 'Bank or e-wallet', number: 'Account number', holder: 'In the name of', myPassword: 'Your password', add: 'Add', wrongPassword: 'That is not your password.', length: 'Account numbers of this bank have 10 digits.',
    picture: /Choose a picture/, found: 'Code found', differs: /The code says “TOKO MELATI JAYA”, your shop is called “Toko Mawar”/, mine: 'This is my code', tick: /tick that this is your code/,
    maximum: 'Largest amount', newLink: 'New link', itemName: 'Item name', price: 'Price', outside: /together they take Rp\s1 to Rp\s10\.000\.000/, create: 'Create link', ready: 'Your link is ready to share',
    allMethods: 'All methods', more: /More options/, toList: 'Go to the list', history: 'History', added: /Added by/,
  },
} as const

for (const [language, words] of Object.entries(WORDS)) {
  test(`a new seller goes live, sets up how they are paid, makes a real link and finds the test data as it was (${language})`, async ({ browser }) => {
    const context = await browser.newContext({ locale: words.locale, ...(language === 'id' && PHONE) })
    const watched = watch(context)
    const page = await context.newPage()
    const email = `${randomBytes(6).toString('hex')}@example.com`
    await page.goto('/sign-up')
    await page.getByLabel(words.shopName).fill('Toko Mawar')
    await page.getByLabel(/^E-?mail$/).fill(email)
    await page.getByLabel(words.password, { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: words.openShop }).click()
    await expect(page.getByRole('heading', { name: words.firstLink })).toBeVisible()
    const mode = (name: string) => page.getByRole('group', { name: words.modes }).getByRole('button', { name, exact: true })
    await expect(mode(words.test)).toHaveAttribute('aria-pressed', 'true')
    await page.getByRole('link', { name: words.newLink }).click()
    await page.getByLabel(words.itemName).fill('Kerudung percobaan')
    await page.getByLabel(words.price).fill('85000')
    await page.getByRole('button', { name: words.create }).click()
    await page.getByRole('link', { name: words.toList }).click()
    await expect(page.getByText('Kerudung percobaan').first()).toBeVisible()

    // Live: nothing of the test is there, and no link can be made before there is a way to be paid.
    await mode(words.live).click()
    await expect(page.getByRole('heading', { name: words.setup })).toBeVisible()
    await expect(mode(words.live)).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByText('Kerudung percobaan')).toHaveCount(0)
    await page.goto('/links/new')
    await expect(page.getByRole('link', { name: words.goWay })).toBeVisible()
    await expect(page.getByRole('button', { name: words.create })).toHaveCount(0)
    await page.getByRole('link', { name: words.goWay }).click()

    await page.getByRole('button', { name: words.bankKind }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words.bank).fill('bca')
    await dialog.getByLabel(words.number).fill('123-456')
    await dialog.getByLabel(words.holder).fill('Sari Wulandari')
    await dialog.getByLabel(words.maximum).fill('500000')
    await dialog.getByLabel(words.myPassword).fill('salah-sekali')
    await dialog.getByRole('button', { name: words.add, exact: true }).click()
    await expect(dialog.getByText(words.length)).toBeVisible()
    await dialog.getByLabel(words.number).fill('123-456-7890')
    await dialog.getByRole('button', { name: words.add, exact: true }).click()
    await expect(dialog.getByText(words.wrongPassword)).toBeVisible()
    await dialog.getByLabel(words.myPassword).fill(PASSWORD)
    await dialog.getByRole('button', { name: words.add, exact: true }).click()
    await expect(dialog).toHaveCount(0)
    const bank = page.getByRole('listitem').filter({ hasText: '1234567890' })
    await expect(bank).toContainText('Sari Wulandari')
    await bank.getByText(words.history).click()
    await expect(bank.getByText(words.added)).toContainText(email)

    await page.getByRole('button', { name: words.qrisKind }).click()
    await dialog.getByLabel(words.picture).setInputFiles(await photoOf(qrisCode()))
    await expect(dialog.getByText(words.found)).toBeVisible({ timeout: 30_000 })
    await expect(dialog.getByText(words.differs)).toBeVisible()
    await expect(dialog).toContainText('ID1023456789012')
    await dialog.getByLabel(words.myPassword).fill(PASSWORD)
    await dialog.getByRole('button', { name: words.add, exact: true }).click()
    await expect(dialog.getByText(words.tick)).toBeVisible()
    await dialog.getByLabel(words.mine).check()
    await dialog.getByRole('button', { name: words.add, exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('listitem').filter({ hasText: 'TOKO MELATI JAYA' })).toContainText('ID1023456789012')
    const [kept] = await query<{ payload: string }>("SELECT a.details->>'payload' AS payload FROM receiving_accounts a JOIN members b USING (merchant_id) JOIN users u ON u.id = b.user_id WHERE u.email = $1 AND kind = 'qris'", [email])
    expect(kept?.payload).toBe(qrisCode())
    expect(await query('SELECT 1 FROM email_messages WHERE "to" = $1 AND template = $2 AND mode = $3', [email, 'receivingAccountChanged', 'live'])).toHaveLength(2)

    // A real link; an amount that nothing takes is said while typing and refused.
    await page.goto('/links/new')
    await page.getByLabel(words.itemName).fill('Kerudung asli')
    await page.getByLabel(words.price).fill('20000000')
    await expect(page.getByText(words.outside)).toBeVisible()
    await page.getByRole('button', { name: words.create }).click()
    await expect(page.getByRole('alert').first()).toBeVisible()
    await page.getByRole('switch', { name: words.allMethods }).uncheck()
    await expect(page.getByRole('checkbox')).toHaveCount(2)
    await page.getByRole('switch', { name: words.allMethods }).check()
    await page.getByLabel(words.price).fill('2000000')
    await expect(page.getByText(words.outside)).toHaveCount(0)
    await page.getByRole('button', { name: words.create }).click()
    await expect(page.getByRole('heading', { name: words.ready })).toBeVisible()
    expect(await query("SELECT l.mode, l.amount::int FROM links l JOIN members b USING (merchant_id) JOIN users u ON u.id = b.user_id WHERE u.email = $1 AND l.mode = 'live'", [email])).toEqual([{ mode: 'live', amount: 2_000_000 }])

    // From the page of a live link back to test: its list, as it was.
    await mode(words.test).click()
    await expect(page).toHaveURL(/\/links$/)
    await expect(page.getByText('Kerudung percobaan').first()).toBeVisible()
    await expect(page.getByText('Kerudung asli')).toHaveCount(0)
    watched.expectClean()
    await context.close()
  })
}

test('a tab that shows the other mode follows when it is switched elsewhere', async ({ context }) => {
  const seller = await makeSeller()
  await makeLink(seller, { title: 'Hanya percobaan' })
  await seller.signIn(context)
  const [one, two] = [await context.newPage(), await context.newPage()]
  const isLive = (page: Page) => page.getByRole('group', { name: 'What you work on' }).getByRole('button', { name: 'Live' })
  for (const page of [one, two]) {
    await page.goto('/links')
    await expect(page.getByText('Hanya percobaan').first()).toBeVisible()
  }
  await isLive(one).click()
  await expect(isLive(one)).toHaveAttribute('aria-pressed', 'true')
  await expect(isLive(two)).toHaveAttribute('aria-pressed', 'true')
  await expect(two.getByText('Hanya percobaan')).toHaveCount(0)
})

test('every list of the dashboard shows the data of its mode alone', async () => {
  const seller = await makeSeller()
  await bankOf(seller.merchantId)
  await callAction('createLinkAction', linkInput({ title: 'RAHASIA-TEST' }), seller)
  await callAction('createLinkAction', linkInput({ title: 'RAHASIA-LIVE', paymentMethods: ['own_transfer'] }), live(seller.cookie))
  for (const mode of ['TEST', 'LIVE'] as const) {
    const who = mode === 'LIVE' ? live(seller.cookie) : seller
    await callAction('createServerKeyAction', { name: `RAHASIA-${mode}`, scopes: ['read'], lastDay: '' }, who)
    await callAction('createEndpointAction', { url: 'https://rahasia.invalid/', description: `RAHASIA-${mode}`, events: [], retryPolicy: 'standard' }, who)
  }
  for (const action of ['listLinksAction', 'listServerKeysAction', 'listEndpointsAction']) {
    const [test, real] = [await callAction(action, {}, seller), await callAction(action, {}, live(seller.cookie))]
    expect(test.body.match(/RAHASIA-\w+/g), action).toEqual(['RAHASIA-TEST'])
    expect(real.body.match(/RAHASIA-\w+/g), action).toEqual(['RAHASIA-LIVE'])
  }
  const page = await fetch(`${origin()}/orders`, { headers: live(seller.cookie) })
  expect(page.status).toBe(200)
})
