import { expect, test, type Page } from '@playwright/test'
import { makeLink } from './support/actions'
import { PHONE } from './support/browser-watch'
import { makeSeller } from './support/seller'

/** Many click twice where once is enough. A window that goes with the first click must not let the second one through to what is beneath. */

test.beforeEach(async ({ context }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  for (const name of 'ABCDEFGHIJKL') await makeLink(seller, { title: `Kaos ${name}` })
})

/** Opens the question whether to delete a link and says where its harmless answer covers the last words of the navigation. */
async function askToDelete(page: Page, open: (name: string) => Promise<void>): Promise<{ x: number; y: number }> {
  await page.goto('/links')
  await open('More actions for Kaos L')
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const cancel = page.getByRole('alertdialog', { name: 'Delete this link?' }).getByRole('button', { name: 'Cancel' })
  await expect(cancel).toBeFocused()
  const box = await cancel.boundingBox()
  if (!box) throw new Error('no button')
  return { x: box.x + 0.9 * box.width, y: box.y + box.height / 2 }
}

/** That something beneath would have opened another page, and did not; and that a later click there does. */
async function expectStill(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  const beneath = await page.evaluate((at) => document.elementFromPoint(at.x, at.y)?.closest('a')?.getAttribute('href'), { x, y })
  if (!beneath || beneath === '/links') throw new Error(`beneath is ${beneath}`)
  await page.waitForLoadState('networkidle')
  expect(new URL(page.url()).pathname).toBe('/links')
  await expect(async () => {
    await page.mouse.click(x, y)
    await expect(page).toHaveURL((url) => url.pathname === beneath, { timeout: 1_000 })
  }).toPass()
}

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 500, height: 800 } })

  test('by mouse: what is beneath stays closed', async ({ page }) => {
    const at = await askToDelete(page, (name) => page.getByRole('button', { name }).click())
    await page.mouse.dblclick(at.x, at.y)
    await expectStill(page, at)
  })
})

test.describe('on a phone', () => {
  const { isMobile, ...phone } = PHONE
  test.use({ ...phone, isMobile })

  test('by touch: what is beneath stays closed', async ({ page }) => {
    const at = await askToDelete(page, (name) => page.getByRole('button', { name }).tap())
    await page.touchscreen.tap(at.x, at.y)
    await page.touchscreen.tap(at.x, at.y)
    await expectStill(page, at)
  })
})
