import { expect, test } from '@playwright/test'
import { makeLink } from './support/actions'
import { customer, openLink, order, submit } from './support/customer'
import { query } from './support/database'
import { makeSeller } from './support/seller'

test('of 50 customers at once, exactly as many as there are places get one and the others are told kindly', async () => {
  const seller = await makeSeller()
  const link = await makeLink(seller, { usageLimit: '10' })
  const forms = await Promise.all(Array.from({ length: 50 }, () => openLink(link.slug)))
  const answers = await Promise.all(forms.map((form) => submit(`/p/${link.slug}`, { ...form, ...customer })))

  const placed = answers.filter(({ status }) => status === 303)
  expect(placed).toHaveLength(10)
  expect(new Set(placed.map(({ location }) => location)).size).toBe(10)
  const turnedAway = answers.filter(({ status }) => status !== 303)
  expect(new Set(turnedAway.map(({ status }) => status))).toEqual(new Set([409]))
  for (const { body } of turnedAway) expect(body).toMatch(/sedang dibayar|sedang membayar|being paid|paying/i)

  const settled = await Promise.all(placed.map(({ location }) => submit(`${location}/simulate`, { news: 'settle' })))
  expect(new Set(settled.map(({ status }) => status))).toEqual(new Set([303]))
  expect(await query('SELECT used_count, held_count FROM links WHERE id = $1', [link.id])).toEqual([{ used_count: 10, held_count: 0 }])
  const late = await submit(`/p/${link.slug}`, { ...forms[0], ...customer })
  expect([303, 410]).toContain(late.status)
  expect((await order(link.slug)).status).not.toBe(303)
})

test('a form that is sent ten times at once makes one order', async () => {
  const seller = await makeSeller()
  const link = await makeLink(seller, { usageLimit: '10' })
  const form = { ...(await openLink(link.slug)), ...customer }
  const answers = await Promise.all(Array.from({ length: 10 }, () => submit(`/p/${link.slug}`, form)))
  expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1)
  expect(await query('SELECT held_count FROM links WHERE id = $1', [link.id])).toEqual([{ held_count: 1 }])
})

test('opening a link, as previews by WhatsApp do, changes nothing', async () => {
  const seller = await makeSeller()
  const link = await makeLink(seller)
  const before = await query('SELECT * FROM links WHERE id = $1', [link.id])
  for (const agent of ['WhatsApp/2.23.20.0', 'facebookexternalhit/1.1', 'Mozilla/5.0']) {
    for (const [method, path] of [['GET', ''], ['HEAD', ''], ['GET', '/card.jpg']] as const) {
      const response = await fetch(`http://localhost:${process.env['E2E_PORT']}/p/${link.slug}${path}`, { method, headers: { 'user-agent': agent } })
      expect(response.status).toBe(200)
    }
  }
  expect(await query('SELECT * FROM links WHERE id = $1', [link.id])).toEqual(before)
  expect(await query('SELECT count(*)::int AS orders FROM orders WHERE link_id = $1', [link.id])).toEqual([{ orders: 0 }])
})

test('when a customer takes the choice back, the place is free for the next', async () => {
  const seller = await makeSeller()
  const link = await makeLink(seller)
  const first = await order(link.slug)
  expect(first.status).toBe(303)
  expect((await order(link.slug)).status).toBe(409)
  expect((await submit(`${first.location}/other-method`, {})).status).toBe(303)
  expect((await order(link.slug)).status).toBe(303)
})
