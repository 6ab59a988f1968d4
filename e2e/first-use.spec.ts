import { expect, test } from '@playwright/test'
import { makeLink } from './support/actions'
import { makeSeller } from './support/seller'

/** What a list's rows only fetch and draw when somebody asks for it: the menu, its windows, the words behind an icon. */

test.use({ viewport: { width: 1280, height: 800 } })

test('a row’s menu opens by keyboard, leads to its window, and gives the focus back', async ({ context, page }) => {
  const seller = await makeSeller()
  await makeLink(seller, { title: 'Kopi susu' })
  await seller.signIn(context)
  await page.goto('/links')
  const menu = page.getByRole('button', { name: /^More actions for / })
  await expect(menu).toHaveAttribute('aria-expanded', 'false')
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(menu).toBeFocused()

  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'QR code' }).click()
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(menu).toBeFocused()
})

test('the words behind an icon come when the mouse rests on it or the keyboard reaches it, and go with Escape', async ({ context, page }) => {
  const seller = await makeSeller()
  await makeLink(seller, { title: 'Kopi susu' })
  await seller.signIn(context)
  await page.goto('/links')
  const share = page.locator('[data-tooltip]').first()
  const words = page.locator('[role=tooltip]')
  // Before the page's scripts have come, nobody notices the mouse.
  await expect(async () => {
    await page.mouse.move(0, 0)
    await share.hover()
    await expect(words).toHaveText('WhatsApp', { timeout: 1_000 })
  }).toPass()
  const [icon, bubble] = [await share.boundingBox(), await words.boundingBox()]
  expect(bubble && icon && bubble.y + bubble.height <= icon.y).toBe(true)
  await words.hover()
  await expect(words).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(words).toHaveCount(0)

  await page.mouse.move(0, 0)
  await page.getByRole('button', { name: /^Copy/ }).first().focus()
  await page.keyboard.press('Tab')
  await expect(share).toBeFocused()
  await expect(words).toHaveText('WhatsApp')
  await page.keyboard.press('Tab')
  await expect(words).toHaveCount(0)
})
