import { expect, test } from '@playwright/test'
import { BANKS, statementOf, type Bank, type Movement } from '../prisma/testing/statements'
import { PHONE } from './support/browser-watch'
import { query } from './support/database'
import { bankToday, expectMoney, makeMoneyShop } from './support/money'

/** The statement of every bank that we know, pasted on a phone: once it pays, twice it changes nothing. */

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile, locale: 'en-GB' })

const NAMES = { bca: 'BCA', bcaBusiness: 'BCA', mandiri: 'Mandiri', bri: 'BRI', bni: 'BNI', jago: 'Bank Jago' } as const satisfies Record<Bank, string>

for (const bank of BANKS) {
  test(`a statement of ${bank} pays its order once, however often it is pasted`, async ({ context, page }) => {
    const shop = await makeMoneyShop()
    await query("UPDATE receiving_accounts SET label = $2::text, details = details || jsonb_build_object('bank', $2::text) WHERE id = $1", [shop.accountId, NAMES[bank]])
    const id = await expectMoney(shop, 85_003, 'Sari Wulandari')
    const { today } = bankToday()
    const time = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(11, 19)
    const movements: Movement[] = [
      { day: today, time, description: 'SARI WULANDARI', direction: 'credit', amount: 85_003 },
      { day: today, time, description: 'BIAYA ADM', direction: 'debit', amount: 6_500 },
    ]
    const text = statementOf(bank, movements, { from: today, to: today })
    await shop.signInLive(context, 'en')
    for (const result of ['1 order confirmed by itself', '1 was known already.']) {
      await page.goto('/money')
      await page.getByLabel('Or paste the rows').fill(text)
      await expect(page.getByText(/1 credit, 1 going out/)).toBeVisible()
      await page.getByRole('button', { name: 'Match 1 credit' }).click()
      await expect(page.getByRole('status').filter({ hasText: result })).toBeVisible()
    }
    expect(await query('SELECT status FROM orders WHERE id = $1', [id])).toEqual([{ status: 'paid' }])
    expect(await query('SELECT state, count(*)::int FROM bank_credits WHERE account_id = $1 GROUP BY state', [shop.accountId])).toEqual([{ state: 'matched', count: 1 }])
  })
}
