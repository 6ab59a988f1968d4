import { expect, test } from '@playwright/test'
import { makeLink } from './support/actions'
import { order } from './support/customer'
import { emailOf } from './support/email'
import { makeCall } from './support/owned-rows'
import { makeSeller, origin } from './support/seller'

const missing = '01933b2e-0000-7000-8000-000000000000'

test("another merchant's pages are the page of something that is not there", async ({ context, page }) => {
  const [owner, stranger] = [await makeSeller(), await makeSeller()]
  const link = await makeLink(owner)
  await order(link.slug)
  const email = await emailOf(link.id)
  await stranger.signIn(context)
  for (const path of [`/links/${link.id}`, `/links/${link.id}/edit`, '/links/no-uuid/edit', `/links/${missing}`, `/links/no-uuid`, `/orders/${missing}`, `/settings/outbox/${missing}`, `/settings/outbox/${email}`,
    `/settings/developers/requests/${missing}`, `/settings/developers/requests/${await makeCall(owner)}`]) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
  }
})

test('pages of the dashboard send strangers to sign in', async () => {
  for (const path of ['/', '/links', '/links/new', `/links/${missing}`, `/links/${missing}/edit`, '/settings/new-links', '/orders', `/orders/${missing}`, '/settings', '/settings/outbox', `/settings/outbox/${missing}`,
    '/settings/webhooks', '/settings/webhooks/new', `/settings/webhooks/${missing}`, `/settings/webhooks/${missing}/deliveries/${missing}`,
    '/settings/payments', '/settings/letters', '/settings/developers', '/settings/developers/requests', `/settings/developers/requests/${missing}`]) {
    const response = await fetch(origin() + path, { redirect: 'manual' })
    expect(`${response.status} ${response.headers.get('location')}`, path).toMatch(/^307 .*\/sign-in/)
  }
})
