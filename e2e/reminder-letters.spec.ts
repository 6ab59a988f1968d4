import { expect, test } from '@playwright/test'
import { makeSeller } from './support/seller'

/** Letters that the clock sends: their words are the shop's, whether they are sent is decided among the reminders alone. */

const WORDS = {
  en: { letter: 'Link ends soon', off: /^Off: nobody is sent this letter\./, on: /^On: customers are sent this letter/, change: 'Change in Reminders', subject: 'Subject', save: 'Save', saved: 'Saved. The next letter says it.', ends: 'Before a link ends', kept: 'Saved', words: 'Words of the e-mails', preview: 'Subject: Sari, last chance at' },
  id: { letter: 'Link segera berakhir', off: /^Mati: surat ini tidak dikirim/, on: /^Aktif: surat ini dikirim/, change: 'Ubah di Pengingat', subject: 'Subjek', save: 'Simpan', saved: 'Tersimpan. Surat berikutnya memakainya.', ends: 'Sebelum link berakhir', kept: 'Tersimpan', words: 'Atur teks email', preview: 'Subjek: Sari, last chance at' },
} as const

for (const locale of ['en', 'id'] as const) {
  test(`a seller writes the words of a reminder and switches it on where reminders are switched (${locale})`, async ({ context, page }) => {
    const words = WORDS[locale]
    const seller = await makeSeller('Toko Melati', locale)
    await seller.signIn(context)
    await page.goto('/settings/letters')
    await page.getByRole('button', { name: words.letter, exact: true }).click()
    await expect(page.getByText(words.off).filter({ visible: true })).toBeVisible()
    const form = page.locator('form').filter({ has: page.getByLabel(words.subject) }).filter({ visible: true })
    await form.getByLabel(words.subject).fill('{name}, last chance at {shop}')
    await expect(page.getByText(words.preview).filter({ visible: true })).toHaveText(/Toko Melati$/)
    await form.getByRole('button', { name: words.save }).click()
    await expect(form.getByRole('status')).toHaveText(words.saved)

    await page.getByRole('link', { name: words.change }).filter({ visible: true }).click()
    await expect(page).toHaveURL('/settings/reminders')
    await page.getByRole('switch', { name: words.ends }).check()
    await page.getByRole('button', { name: words.save }).click()
    await expect(page.getByRole('status').filter({ hasText: words.kept })).toBeVisible()

    await page.getByRole('link', { name: words.words }).click()
    await page.getByRole('button', { name: words.letter, exact: true }).click()
    await expect(page.getByText(words.on).filter({ visible: true })).toBeVisible()
    await expect(page.getByLabel(words.subject).filter({ visible: true })).toHaveValue('{name}, last chance at {shop}')
  })
}
