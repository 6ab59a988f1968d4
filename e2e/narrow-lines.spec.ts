import { expect, test, type Locator } from '@playwright/test'
import { PHONE } from './support/browser-watch'
import { query } from './support/database'
import { makeLink } from './support/actions'
import { makeSeller } from './support/seller'

/** Long words on the narrowest phone. */

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile, viewport: { width: 360, height: 740 } })

const linesOf = async (text: Locator): Promise<number> =>
  await text.evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
  })

for (const [locale, day] of [['en', /^Wed.* 30 Sept? 2026$/], ['id', /^Rab.* 30 Sep 2026$/]] as const) {
  test(`the day of a recap stands on one line (${locale})`, async ({ context, page }) => {
    const seller = await makeSeller('Toko Melati', locale)
    await seller.signIn(context)
    await page.goto('/recap?day=2026-09-30')
    const text = page.getByText(day)
    await expect(text).toBeVisible()
    expect(await linesOf(text)).toBe(1)
  })
}

test('a shop of a long name is asked by a button with room around its lines', async ({ page }) => {
  const seller = await makeSeller('Toko Kerudung Busana Muslim Hajah Siti Khadijah')
  const { slug, id } = await makeLink(seller)
  await query("UPDATE links SET state = 'paused' WHERE id = $1", [id])
  await page.goto(`/p/${slug}`)
  const button = page.getByRole('link', { name: /Siti Khadijah/ })
  const label = button.getByText(/Siti Khadijah/)
  expect(await linesOf(label)).toBeGreaterThan(1)
  const [outer, inner] = [await button.boundingBox(), await label.boundingBox()]
  expect((inner?.y ?? 0) - (outer?.y ?? 0)).toBeGreaterThanOrEqual(8)
})
