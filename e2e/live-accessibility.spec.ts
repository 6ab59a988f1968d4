import { expect, test, type Page } from '@playwright/test'
import { receipt } from '../prisma/testing/hostile-pictures'
import { findingsOf } from './support/axe'
import { placeLive, sendClaim } from './support/live-order'
import { inLiveMode } from './support/receiving'
import { makeSeller } from './support/seller'

/** axe on what only real money shows: claims, the queue, an order in review, settings of payments. */

const expectNothing = async (page: Page, name: string) => {
  expect.soft(await findingsOf(page), name).toEqual([])
}

for (const [colorScheme, viewport] of [['light', { width: 360, height: 740 }], ['dark', { width: 1280, height: 800 }]] as const) {
  test(`axe finds nothing on the pages of claims and of live mode, ${colorScheme}`, async ({ browser }) => {
    test.slow()
    const shop = await makeSeller('Toko Melati')
    const seller = inLiveMode(shop)
    const [claimed, open] = [await placeLive(shop), await placeLive(shop, { name: 'Budi', code: 4 })]
    expect((await sendClaim(claimed, { proof: { content: await receipt('85.003') } })).status).toBe(303)
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' })
    const page = await context.newPage()

    await page.goto(open.address)
    await page.getByText('I have paid', { exact: true }).click()
    await expectNothing(page, 'instructions, about to claim')
    await page.goto(claimed.address)
    await expectNothing(page, 'claimed')

    await seller.signIn(context)
    await page.goto('/review')
    const card = page.getByRole('listitem').filter({ hasText: claimed.orderId })
    await expect(card.getByRole('button', { name: /Proof of payment/ })).toBeVisible()
    await expectNothing(page, 'queue')
    await card.getByRole('button', { name: /Proof of payment/ }).click()
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible()
    await expectNothing(page, 'proof')
    await page.keyboard.press('Escape')
    await card.getByRole('button', { name: 'Not found' }).click()
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await expectNothing(page, 'rejecting')

    for (const [name, address] of [['order in review', `/orders/${claimed.id}`], ['payments', '/settings/payments'], ['verification', '/settings/verification'], ['create', '/links/new'], ['list', '/links']] as const) {
      await page.goto(address)
      await page.waitForLoadState('networkidle')
      await expectNothing(page, name)
    }
    await page.goto('/review')
    await card.getByRole('button', { name: 'Not found' }).click()
    await page.getByRole('button', { name: 'Tell the customer' }).click()
    await expect(page.getByRole('link', { name: 'Tell the reason' })).toBeVisible()
    await expectNothing(page, 'told')
    await context.close()
  })
}
