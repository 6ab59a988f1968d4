import { expect, test } from '@playwright/test'
import { placeOn } from './support/placed-order'
import { makeSeller } from './support/seller'
import { wishedLink } from './support/wished-link'

/** The fields that a shop's own system hands through, under the names that the seller gave. */

const WORDS = {
  en: { save: 'Save', unnamed: 'Custom field 3' },
  id: { save: 'Simpan', unnamed: 'Kolom tambahan 3' },
} as const

for (const locale of ['en', 'id'] as const) {
  test(`a seller names a custom field and reads it by that name with the link and with its order (${locale})`, async ({ context, page }) => {
    const words = WORDS[locale]
    const seller = await makeSeller('Toko Melati', locale)
    await seller.signIn(context)
    await page.goto('/settings')
    const form = page.locator('form').filter({ has: page.locator('[name=custom_field2]') })
    await form.locator('[name=custom_field2]').fill('Cabang')
    await form.getByRole('button', { name: words.save }).click()
    await expect(form.getByRole('status')).toBeVisible()

    const link = await wishedLink(seller, { customFields: { custom_field1: '', custom_field2: 'Depok', custom_field3: 'Rak 7' } })
    const order = await placeOn(link)
    for (const path of [`/links/${link.id}`, `/orders/${order.id}`]) {
      await page.goto(path)
      const facts = page.locator('main dl > div')
      await expect(facts.filter({ hasText: 'Depok' }).getByRole('term')).toHaveText('Cabang')
      await expect(facts.filter({ hasText: 'Rak 7' }).getByRole('term')).toHaveText(words.unnamed)
      await expect(facts.filter({ has: page.getByRole('term').filter({ hasText: /1$/ }) })).toHaveCount(0)
    }
  })
}
