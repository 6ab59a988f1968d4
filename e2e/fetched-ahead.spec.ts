import { expect, test } from '@playwright/test'
import { makeLink } from './support/actions'
import { makeSeller } from './support/seller'

test('a list fetches ahead the link that somebody means, and not every one that is seen', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const [pointed, reached, untouched] = [await makeLink(seller, { title: 'Ditunjuk' }), await makeLink(seller, { title: 'Dicapai' }), await makeLink(seller, { title: 'Dilewati' })]
  const fetched: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (searchParams.has('_rsc')) fetched.push(pathname)
  })
  const pageOf = ({ id }: { id: string }) => `/links/${id}`

  await page.goto('/links')
  // What is seen and fetched ahead as before shows that the time for it was there.
  await expect.poll(() => fetched).toContain('/links/new')
  await expect.poll(() => fetched).toContain('/orders')
  expect(fetched.filter((path) => path.startsWith('/links/') && path !== '/links/new')).toEqual([])

  await page.getByRole('link', { name: 'Ditunjuk', exact: true }).hover()
  await expect.poll(() => fetched).toContain(pageOf(pointed))
  await page.getByRole('link', { name: 'Dicapai', exact: true }).focus()
  await expect.poll(() => fetched).toContain(pageOf(reached))
  expect(fetched).not.toContain(pageOf(untouched))

  await page.getByRole('link', { name: 'Dilewati', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`${pageOf(untouched)}$`))
  await expect(page.getByRole('heading', { name: 'Dilewati' })).toBeVisible()
})
