import { expect, test, type Browser, type Page } from '@playwright/test'
import { receipt } from '../prisma/testing/hostile-pictures'
import { PHONE } from './support/browser-watch'
import { placeLive, sendClaim } from './support/live-order'
import { makeSeller, origin } from './support/seller'

/** A proof in the review queue, looked at closely: all of it first, then the place that was tapped. */

const { isMobile, ...phone } = PHONE

async function openProof(browser: Browser, device: object): Promise<Page> {
  const seller = await makeSeller('Toko Melati')
  const order = await placeLive(seller)
  await sendClaim(order, { proof: { content: await receipt('85.003') } })
  const context = await browser.newContext({ ...device, locale: 'en-GB' })
  await seller.signIn(context)
  await context.addCookies([{ name: 'mode', value: 'live', url: origin() }])
  const page = await context.newPage()
  await page.goto('/review')
  await page.getByRole('button', { name: /Proof of payment/ }).click()
  await expect.poll(() => page.getByRole('dialog').getByRole('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(720)
  await expect.poll(() => page.getByRole('dialog').evaluate((dialog) => dialog.getAnimations().length)).toBe(0)
  return page
}

/** The picture and what is seen of it; of its middle, from the frame's, in pixels. */
const seen = (page: Page) =>
  page.getByRole('dialog').getByRole('img').evaluate((image) => {
    const [frame, picture] = [image.closest('div')?.getBoundingClientRect() ?? new DOMRect(), image.getBoundingClientRect()]
    return {
      fits: picture.width <= frame.width + 1 && picture.height <= frame.height + 1,
      width: Math.round(picture.width),
      right: Math.round(picture.x + picture.width / 2 - frame.x - frame.width / 2),
      down: Math.round(picture.y + picture.height / 2 - frame.y - frame.height / 2),
    }
  })
const isNear = (value: number, wanted: number) => Math.abs(value - wanted) <= 16

for (const [name, device] of [['a thumb', { ...phone, isMobile }], ['a mouse', { viewport: { width: 1280, height: 800 } }]] as const) {
  test(`opens whole and centred, and is zoomed about its middle by ${name}`, async ({ browser }) => {
    const page = await openProof(browser, device)
    const whole = await seen(page)
    expect(whole.fits && isNear(whole.right, 0) && isNear(whole.down, 0), JSON.stringify(whole)).toBe(true)
    await page.getByRole('button', { name: 'Larger', exact: true }).click()
    const large = await seen(page)
    expect(isNear(large.width, whole.width * 2)).toBe(true)
    expect(isNear(large.right, 0) && isNear(large.down, 0), JSON.stringify(large)).toBe(true)
    await page.getByRole('button', { name: 'Smaller', exact: true }).click()
    expect(await seen(page)).toEqual(whole)
    await page.context().close()
  })
}

test('shows the tapped place, and a mouse moves it without making it small again', async ({ browser }) => {
  const page = await openProof(browser, { viewport: { width: 1280, height: 800 } })
  const picture = page.getByRole('dialog').getByRole('img')
  const box = await picture.boundingBox()
  if (!box) throw new Error('no picture')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 4]
  await page.mouse.click(x, y)
  const large = await picture.boundingBox()
  expect(isNear(large?.width ?? 0, box.width * 2)).toBe(true)
  expect(isNear((large?.y ?? 0) + (large?.height ?? 0) / 4, y)).toBe(true)
  await page.mouse.down()
  await page.mouse.move(x, y - 100, { steps: 5 })
  await page.mouse.up()
  const moved = await picture.boundingBox()
  expect(moved?.width).toBe(large?.width)
  expect(isNear((moved?.y ?? 0) - (large?.y ?? 0), -100)).toBe(true)
  await page.context().close()
})
