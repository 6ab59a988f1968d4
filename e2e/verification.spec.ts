import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { callAction } from './support/actions'
import { findingsOf } from './support/axe'
import { PHONE, watch } from './support/browser-watch'
import { dataDir, query } from './support/database'
import { addAccount, inLiveMode } from './support/receiving'
import { makeSeller } from './support/seller'

/** The checklist of a shop: who, which e-mail, whose account. No mail server here: letters lie with the operator. */

const PASSWORD = 'rahasia-sekali'

const WORDS = {
  id: {
    locale: 'id-ID', shopName: 'Nama toko', password: 'Kata sandi', openShop: 'Buka toko', title: 'Verifikasi', progress: (done: number) => `${done} dari 3 selesai`,
    legalName: 'Nama sendiri atau nama resmi usaha', address: 'Alamat', city: 'Kota', postcode: 'Kode pos', save: 'Simpan', saved: 'Tersimpan.', wrongPostcode: 'Kode pos terdiri dari 5 angka.',
    send: 'Kirim suratnya', kept: 'Suratnya disimpan untuk pengelola server ini.', confirmEmail: 'Konfirmasi', emailDone: 'Sudah dikonfirmasi. Halaman ini boleh ditutup', linkOver: 'Link ini sudah lewat',
    differs: 'Namanya bukan namamu dan bukan nama toko.', confirm: 'Konfirmasi BUDI SANTOSO', why: 'Kenapa namanya berbeda?', whyMissing: 'Tulis kenapa namanya berbeda.', myPassword: 'Kata sandimu', mine: 'Ini milikku', explained: 'menjelaskan kenapa namanya berbeda: Rekening suami',
    changed: 'Ada yang berubah sejak kamu konfirmasi.', waits: 'Isi dulu siapa kamu', wrongPassword: 'Kata sandi kamu belum benar.',
  },
  en: {
    locale: 'en-GB', shopName: 'Shop name', password: 'Password', openShop: 'Open shop', title: 'Verification', progress: (done: number) => `${done} of 3 done`,
    legalName: 'Legal or own name', address: 'Address', city: 'City', postcode: 'Postcode', save: 'Save', saved: 'Saved.', wrongPostcode: 'A postcode has 5 digits.',
    send: 'Send the letter', kept: 'The letter is kept for whoever runs this server.', confirmEmail: 'Confirm', emailDone: 'Confirmed. You can close this page', linkOver: 'This link is over',
    differs: "The name is neither yours nor the shop's.", confirm: 'Confirm BUDI SANTOSO', why: 'Why is the name another one?', whyMissing: 'Say why the name is another one.', myPassword: 'Your password', mine: 'It is mine', explained: 'said why the name differs: Rekening suami',
    changed: 'Something changed since you confirmed it.', waits: 'Say first who you are', wrongPassword: 'That is not your password.',
  },
} as const

/** What the operator finds; the newest letter to this address. */
function letterTo(email: string): string {
  const folder = join(dataDir(), 'mail')
  const [text] = readdirSync(folder).sort().reverse().map((file) => readFileSync(join(folder, file), 'utf8')).filter((letter) => letter.includes(`To: ${email}`))
  return /\/confirm-email\?token=[\w-]+/.exec(text ?? '')?.[0] ?? ''
}

for (const [language, words] of Object.entries(WORDS)) {
  test(`a seller goes through the checklist, leaves it and goes on with it on another device (${language})`, async ({ browser }) => {
    const phone = await browser.newContext({ locale: words.locale, ...PHONE })
    const watched = watch(phone)
    const page = await phone.newPage()
    const email = `${randomBytes(6).toString('hex')}@example.com`
    await page.goto('/sign-up')
    await page.getByLabel(words.shopName).fill('Toko Mawar')
    await page.getByLabel(/^E-?mail$/).fill(email)
    await page.getByLabel(words.password, { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: words.openShop }).click()
    await expect(page).toHaveURL(/\/home/)
    const [shop] = await query<{ merchantId: string }>('SELECT b.merchant_id AS "merchantId" FROM members b JOIN users u ON u.id = b.user_id WHERE u.email = $1', [email])
    const merchantId = shop?.merchantId ?? ''
    await addAccount({ merchantId } as Parameters<typeof addAccount>[0], { kind: 'bank', label: 'BCA', details: { holder: 'BUDI SANTOSO' } })

    await page.goto('/settings/verification')
    await expect(page.getByText(words.progress(0))).toBeVisible()
    await expect(page.getByText(words.waits).first()).toBeVisible()
    await page.getByLabel(words.legalName).fill('Sari Wulandari')
    await page.getByLabel(words.address, { exact: true }).fill('Jl. Kenanga 5')
    await page.getByLabel(words.city, { exact: true }).fill('Bandung')
    await page.getByLabel(words.postcode, { exact: true }).fill('4012')
    await page.getByRole('button', { name: words.save }).click()
    await expect(page.getByText(words.wrongPostcode)).toBeVisible()
    await expect(page.getByLabel(words.address, { exact: true })).toHaveValue('Jl. Kenanga 5')
    await page.getByLabel(words.postcode, { exact: true }).fill('40123')
    await page.getByRole('button', { name: words.save }).click()
    await expect(page.getByText(words.saved)).toBeVisible()
    await expect(page.getByText(words.progress(1))).toBeVisible()

    await page.getByRole('button', { name: words.send }).click()
    await expect(page.getByText(words.kept)).toBeVisible()
    const link = letterTo(email)
    // Another device, where nobody is signed in. Looking at the link does nothing.
    const laptop = await browser.newContext({ locale: words.locale })
    const other = await laptop.newPage()
    await other.goto(link)
    await expect(other.getByRole('button', { name: words.confirmEmail })).toBeVisible()
    expect(await query('SELECT email_verified AS confirmed FROM users WHERE email = $1', [email])).toEqual([{ confirmed: false }])
    await other.getByRole('button', { name: words.confirmEmail }).click()
    await expect(other.getByText(words.emailDone)).toBeVisible()
    // What is done needs no new letter.
    await expect(other.getByRole('main').getByRole('link')).toHaveAttribute('href', '/settings/verification')
    await other.goto(`${link}x`)
    await other.getByRole('button', { name: words.confirmEmail }).click()
    await expect(other.getByText(words.linkOver)).toBeVisible()
    await laptop.close()

    await page.reload()
    await expect(page.getByText(words.progress(2))).toBeVisible()
    await expect(page.getByText(words.differs).first()).toBeVisible()
    await page.getByRole('button', { name: words.confirm }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words.myPassword).fill('salah-sekali')
    await dialog.getByRole('button', { name: words.mine }).click()
    await expect(dialog.getByText(words.whyMissing)).toBeVisible()
    await dialog.getByLabel(words.why).fill('Rekening suami')
    await dialog.getByRole('button', { name: words.mine }).click()
    await expect(dialog.getByText(words.wrongPassword)).toBeVisible()
    await dialog.getByLabel(words.myPassword).fill(PASSWORD)
    await dialog.getByRole('button', { name: words.mine }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText(words.explained)).toBeVisible()
    await expect(page.getByText(words.progress(3))).toBeVisible()
    // Its button has gone; who goes on with the keyboard is still there.
    await expect(page.locator('ul:focus')).toContainText('BUDI SANTOSO')

    // Swapped afterwards, by whoever: it no longer counts.
    await query(`UPDATE receiving_accounts SET details = details || '{"number":"9999999999"}' WHERE merchant_id = $1`, [merchantId])
    await page.reload()
    await expect(page.getByText(words.changed).first()).toBeVisible()
    await expect(page.getByText(words.progress(2))).toBeVisible()
    watched.expectClean()
    await phone.close()
  })
}

const expectNothing = async (page: Page, name: string) =>
  expect.soft(await findingsOf(page), name).toEqual([])

for (const [colorScheme, viewport] of [['dark', { width: 360, height: 740 }], ['light', { width: 1280, height: 800 }]] as const) {
  test(`axe finds nothing in any state of the checklist, ${colorScheme}`, async ({ browser }) => {
    const seller = inLiveMode(await makeSeller('Toko Mawar'))
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' })
    await seller.signIn(context)
    const page = await context.newPage()
    await page.goto('/links')
    await page.getByRole('link', { name: 'Go to verification' }).click()
    await expect(page.getByRole('heading', { name: 'Who you are' })).toBeVisible()
    await expectNothing(page, 'nothing done')
    await addAccount(seller, { kind: 'bank', label: 'BCA', details: { holder: 'BUDI SANTOSO' } })
    await addAccount(seller, { kind: 'qris', label: 'QRIS', details: { merchantName: 'TOKO MAWAR' } })
    await callAction('saveIdentityAction', { legalName: 'Sari Wulandari', address: 'Jl. Kenanga 5', city: 'Bandung', postcode: '40123' }, { cookie: seller.cookie })
    await callAction('sendEmailConfirmationAction', {}, { cookie: seller.cookie })
    await page.reload()
    await expect(page.getByText('Needs a look').first()).toBeVisible()
    await expectNothing(page, 'half done')
    await page.getByRole('button', { name: 'Confirm BUDI SANTOSO' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNothing(page, 'confirming')
    await page.goto('/confirm-email?token=abc')
    await expectNothing(page, 'link of a letter')
    await context.close()
  })
}
