import { expect, test } from '@playwright/test'
import { findingsOf } from './support/axe'
import { PHONE, watch } from './support/browser-watch'
import { query } from './support/database'
import { placeLive, sendClaim } from './support/live-order'
import { makeSeller, origin } from './support/seller'

/** Less came, and then the rest: on the phones of a seller and of a customer. */

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile, locale: 'en-GB' })

test('what was missing comes with another order: the first one names it and needs nobody any more', async ({ context, page, browser }) => {
  const seller = await makeSeller('Toko Melati')
  // Three wait, and the one at the end of the queue is decided: what follows from it stands above the first.
  for (const code of [1, 2]) await sendClaim(await placeLive(seller, { name: 'Budi', phone: '0899-0000-1111', code }))
  const order = await placeLive(seller)
  await sendClaim(order)
  await seller.signIn(context, 'en')
  await context.addCookies([{ name: 'mode', value: 'live', url: origin() }])
  const seen = watch(context)
  await page.goto('/review')
  await page.getByRole('listitem').filter({ hasText: order.orderId }).getByRole('button', { name: 'Money is in' }).click()
  await page.getByLabel('How much came in?').fill('50.000')
  await page.getByRole('button', { name: 'Yes, it is there' }).click()
  const title = page.getByText('Confirmed for Sari Wulandari: what came is not what was asked')
  await expect(title).toBeFocused()
  await expect(title).toBeInViewport()
  await page.getByRole('button', { name: 'Link for the rest' }).click()
  const send = page.getByRole('link', { name: 'Send on WhatsApp' })
  await expect(send).toBeVisible()
  const slug = /\/p\/([a-z0-9]+)/.exec(new URL((await send.getAttribute('href')) ?? '').searchParams.get('text') ?? '')?.[1] ?? ''

  await page.goto(`/orders/${order.id}`)
  await expect(page.getByRole('heading', { name: /35\.003 less came in than asked/ })).toBeInViewport()
  await expect(page.getByText(/^of Rp\s85\.003 asked$/)).toBeInViewport()
  expect(await findingsOf(page)).toEqual([])

  // The list says it too, among what waits for the seller; an order that has all of its money says nothing.
  await page.goto('/orders?status=to_do')
  const listed = page.getByRole('listitem').filter({ hasText: order.orderId })
  await expect(listed.getByText(/^Rp\s35\.003 less$/)).toBeVisible()
  expect(await findingsOf(page)).toEqual([])

  const customer = await (await browser.newContext({ ...phone, isMobile, locale: 'en-GB', javaScriptEnabled: false })).newPage()
  // Who lost the message finds the way on their receipt.
  await customer.goto(order.address)
  await expect(customer.getByText(/^Received, Rp\s35\.003 still missing$/)).toBeVisible()
  await customer.getByRole('link', { name: /^Pay the rest, Rp\s35\.003$/ }).click()
  await expect(customer).toHaveURL(new RegExp(`/p/${slug}$`))
  await expect(customer.getByText('Pay on delivery')).toHaveCount(0)
  await customer.getByText('BCA Melati').first().click()
  await customer.getByRole('button', { name: /^Pay Rp\s35\.003/ }).click()
  await expect(customer.getByText(/Transfer exactly this amount/)).toBeVisible()
  const [rest] = await query<{ id: string; orderId: string }>('SELECT o.id, o.order_id AS "orderId" FROM orders o JOIN links l ON l.id = o.link_id WHERE l.slug = $1', [slug])

  await page.goto(`/orders/${rest?.id}`)
  await page.getByRole('button', { name: 'Money received' }).click()
  await expect(page.getByRole('alertdialog').getByRole('status')).toHaveText('Exactly what was asked.')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Yes, received' }).click()
  await expect(page.getByText('This is the rest of order')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Shipped' })).toHaveCount(0)
  await page.goto('/orders?status=to_do')
  await expect(page.getByRole('list', { name: 'Orders' }).getByRole('listitem')).toHaveCount(2)
  await expect(listed).toHaveCount(0)
  await page.goto(`/orders/${order.id}`)
  await expect(page.getByText('The rest was paid', { exact: true })).toBeVisible()
  for (const name of ['Take as it is', 'Link for the rest']) await expect(page.getByRole('button', { name })).toHaveCount(0)
  expect(await findingsOf(page)).toEqual([])
  await page.getByRole('link', { name: rest?.orderId ?? '' }).click()
  await expect(page).toHaveURL(new RegExp(`/orders/${rest?.id}$`))

  await customer.goto(order.address)
  await expect(customer.getByText(`Paid with order ${rest?.orderId}`)).toBeVisible()
  await expect(customer.getByRole('link', { name: /Pay the rest/ })).toHaveCount(0)
  await customer.context().close()
  seen.expectClean()
})
