import { expect, test } from '@playwright/test'
import { query } from './support/database'
import { makeSeller } from './support/seller'

test('a seller makes a link with the keyboard alone', async ({ context, page }) => {
  const newcomer = await makeSeller()
  await newcomer.signIn(context)
  await page.goto('/links')
  const tabTo = async (role: 'link' | 'textbox' | 'button', name: string) => {
    const target = page.getByRole(role, { name, exact: true })
    await expect(target).toBeVisible()
    for (let steps = 0; steps < 40; steps += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not reach ${name}`)
  }
  await tabTo('link', 'New link')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Item name')).toBeFocused()
  await page.keyboard.type('Kerudung voal')
  await tabTo('textbox', 'Price')
  await page.keyboard.type('85000')
  await tabTo('button', 'Create link')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Your link is ready to share' })).toBeVisible()
  expect(await query('SELECT amount::int FROM links WHERE merchant_id = $1', [newcomer.merchantId])).toEqual([{ amount: 85_000 }])
})
