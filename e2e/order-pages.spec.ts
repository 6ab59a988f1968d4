import { expect, test } from '@playwright/test'
import { callAction } from './support/actions'
import { findingsOf } from './support/axe'
import { history, place, statusOf } from './support/placed-order'
import { makeSeller, type Seller } from './support/seller'

/** Whether everything about an order fits its screen and is accessible. */

let seller: Seller

test.beforeEach(async ({ context }) => {
  seller = await makeSeller()
  await seller.signIn(context)
})

test.describe('the pages and windows of an order', () => {
  for (const { name, width, scheme, language } of [
    { name: 'a phone in the dark', width: 360, scheme: 'dark', language: 'id' },
    { name: 'a laptop by day', width: 1280, scheme: 'light', language: 'en' },
    { name: 'a phone by day', width: 360, scheme: 'light', language: 'en' },
  ] as const) {
    test(`fit and are accessible on ${name}`, async ({ page, context }) => {
      // Some fifteen pages, each looked at by axe.
      test.slow()
      await page.setViewportSize({ width, height: 740 })
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await seller.signIn(context, language)
      const link = { usageLimit: '9', items: [{ name: 'Kerudung voal motif bunga panjang sekali', price: '9.999.999', quantity: 1 }] }
      const reserved = await place(seller, { method: 'credit_card', news: ['authorize'], link })
      const late = await place(seller, { news: ['expire', 'settle'], link })
      const over = await place(seller, { news: ['expire'], link })
      const paid = await place(seller, { method: 'gopay', news: ['settle'], link })
      const waiting = await place(seller, { link })
      const look = async (what: string) => {
        expect.soft(await findingsOf(page), what).toEqual([])
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${what}: sideways`).toBeLessThanOrEqual(0)
      }
      for (const placed of [reserved, late, over]) {
        await page.goto(`${placed.address}?lang=${language}`)
        await look(`customer ${await statusOf(placed)}`)
        await page.goto(`/orders/${placed.id}`)
        await expect(history(page)).toBeVisible()
        await look(`seller ${await statusOf(placed)}`)
      }
      await page.goto(`/orders/${paid.id}`)
      await page.getByRole('button', { name: /^(Refund|Kembalikan dana)$/ }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await look('refund dialog')
      for (const [refundKey, amount] of [['R-1', '1.000.000'], ['R-2', '13'], ['R-3', '8.999.999']] as const) {
        const { result } = await callAction('refundOrderAction', { orderId: paid.id, refundKey, amount, reason: 'Stok habis', channel: 'rail' }, seller)
        expect(result?.ok).toBe(true)
        await page.goto(`/orders/${paid.id}`)
        await expect(history(page)).toBeVisible()
        await look(`seller after ${refundKey}`)
        await page.goto(`${paid.address}?lang=${language}`)
        await look(`customer after ${refundKey}`)
      }
      await page.goto(`/links/${waiting.linkId}`)
      await page.getByRole('button', { name: /^(Pause|Jeda)$/ }).click()
      await expect(page.getByRole('alertdialog')).toBeVisible()
      await look('pause dialog')
      await page.goto('/orders')
      await expect(page.getByRole('group', { name: 'Status' })).toBeVisible()
      await look('orders')
    })
  }
})
