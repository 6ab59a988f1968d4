import { expect, test } from '@playwright/test'
import { makeLink } from './support/actions'
import { makeSeller } from './support/seller'

const NAVIGATION = ['/home', '/orders', '/review', '/money', '/settings']

test('the navigation is fetched ahead when the page has nothing else to do, one after the other', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  // A page that is never idle until this test says so, and that knows in which turn it asked for what.
  await page.addInitScript(() => {
    const turns: (() => void)[] = []
    const asked: { turn: number; path: string }[] = []
    const ofBrowser = window.fetch
    let turn = 0
    Object.assign(window, {
      asked,
      requestIdleCallback: (then: () => void) => turns.push(then),
      fetch: (...[what, how]: Parameters<typeof fetch>) => {
        const { pathname, searchParams } = new URL(what instanceof Request ? what.url : what, location.href)
        if (searchParams.has('_rsc')) asked.push({ turn, path: pathname })
        return ofBrowser(what, how)
      },
      giveTurn: () => {
        turn++
        turns.shift()?.()
      },
    })
  })
  const asked = () => page.evaluate(() => (window as unknown as { asked: { turn: number; path: string }[] }).asked)
  const ofNavigation = async () => (await asked()).filter(({ path }) => NAVIGATION.includes(path))

  await page.goto('/links')
  await expect.poll(async () => (await asked()).map(({ path }) => path)).toContain('/links/new')
  expect(await ofNavigation()).toEqual([])

  // Those of the navigation that is hidden at this width take their turns too.
  for (let turn = 0; turn < 3 * NAVIGATION.length; turn++) {
    await page.evaluate(async (ms) => {
      ;(window as unknown as { giveTurn: () => void }).giveTurn()
      await new Promise((resolve) => setTimeout(resolve, ms))
    }, 150)
  }
  const ofTurns = Map.groupBy(await ofNavigation(), ({ turn }) => turn)
  expect([...ofTurns.values()].map((own) => new Set(own.map(({ path }) => path)).size)).toEqual(NAVIGATION.map(() => 1))
  expect([...ofTurns.values()].flatMap((own) => own[0]?.path).toSorted()).toEqual(NAVIGATION.toSorted())

  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Orders' }).click()
  await expect(page.getByRole('heading', { name: 'Orders', level: 1 })).toBeVisible()
})

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
