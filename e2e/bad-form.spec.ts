import { request } from 'node:http'
import { expect, test } from '@playwright/test'
import { makeLink } from './support/actions'
import { customer, openLink, order, submit } from './support/customer'
import { query } from './support/database'
import { escaped, hostileTexts, inBatches } from './support/hostile'
import { makeSeller, origin, type Seller } from './support/seller'

/** Whatever a stranger sends to the payment page: a page that says what is wrong, or stored exactly as sent. Never a crash. */

let seller: Seller
let slug: string
let linkId: string
test.beforeAll(async () => {
  seller = await makeSeller('Toko <i>Melati</i> & Co')
  ;({ slug, id: linkId } = await makeLink(seller, { usageLimit: null, items: [{ name: '<b>Kerudung</b> "voal" & {{7*7}}', price: '85.000', quantity: 1 }] }))
})

test('every field of the form refuses a hostile value or stores it exactly as typed, and pages show it literally', async () => {
  const columns = new Map([['name', 'customer_name'], ['phone', 'customer_phone'], ['email', 'customer_email']])
  const attacks = [...columns.keys(), 'method', 'form', 'amount', 'unknown', '__proto__'].flatMap((field) => hostileTexts.map(([name, text]) => ({ field, name, text })))
  let stored = 0
  await inBatches(attacks, async ({ field, name, text }) => {
    const what = `${field} = ${name}`
    const form = new Map(Object.entries({ ...(await openLink(slug)), ...customer })).set(field, text)
    const answer = await submit(`/p/${slug}`, Object.fromEntries(form))
    expect([303, 413, 422], `${what}: ${answer.body.slice(0, 200)}`).toContain(answer.status)
    expect(answer.body, what).not.toMatch(/<script>alert|<img src=x/)
    const sent = text.toWellFormed().trim()
    if (answer.status === 422) {
      expect(answer.body, what).toMatch(/role="alert"|class="[^"]*text-bad/)
      if (columns.has(field) && sent.length < 100 && !/\p{Cc}/u.test(text)) expect(answer.body.includes(escaped(text.toWellFormed())), what).toBe(true)
    }
    if (answer.status !== 303 || !columns.has(field)) return
    const [row] = await query<{ kept: string | null }>(`SELECT ${columns.get(field)} AS kept FROM orders WHERE token = $1`, [answer.location.split('/').at(-1)])
    expect(row?.kept ?? '', what).toBe(sent)
    const page = await fetch(origin() + answer.location)
    expect(page.status, what).toBe(200)
    expect(await page.text(), what).not.toMatch(/<script>alert|<img src=x/)
    stored += 1
  })
  expect(stored).toBeGreaterThan(10)
})

test('what the seller typed stands literally in the source of the page and of the seller’s list', async () => {
  for (const [path, cookie] of [[`/p/${slug}`, ''], [`/links/${linkId}`, seller.cookie], ['/links', seller.cookie]] as const) {
    const html = await (await fetch(origin() + path, { headers: { cookie } })).text()
    expect(html, path).not.toMatch(/<b>Kerudung|<i>Melati/)
    expect(html, path).toContain('{{7*7}}')
  }
  expect(await (await fetch(`${origin()}/p/${slug}`)).text()).toContain('&lt;b&gt;Kerudung&lt;/b&gt; &quot;voal&quot; &amp; {{7*7}}')
})

test('forms of other pages, and of none, are refused and change nothing', async () => {
  const form = { ...(await openLink(slug)), ...customer }
  const { location } = await order(slug)
  const state = () => query('SELECT (SELECT count(*)::int FROM orders WHERE link_id = $1) AS orders, held_count, used_count FROM links WHERE id = $1', [linkId])
  const before = await state()
  const forms = { [`/p/${slug}`]: form, [`${location}/simulate`]: { news: 'settle' }, [`${location}/other-method`]: {}, [`${location}/card`]: { number: '4811111111111114', expiry: '12/30', cvv: '123' } }
  for (const [path, fields] of Object.entries(forms)) {
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, {}, { origin: `${origin()}.evil.example` }, { origin: 'garbage' }]) {
      expect((await submit(path, fields, headers as Record<string, string>)).status, `${path} ${JSON.stringify(headers)}`).toBe(403)
    }
  }
  expect(await state()).toEqual(before)
})

test('malformed bodies, wrong types and doubled fields are refused', async () => {
  const { location } = await order(slug)
  const type = 'application/x-www-form-urlencoded'
  const send = async (path: string, body: string | Uint8Array<ArrayBuffer>, contentType: string) =>
    (await fetch(origin() + path, { method: 'POST', redirect: 'manual', headers: { origin: origin(), 'content-type': contentType }, body })).status
  for (const path of [`/p/${slug}`, `${location}/simulate`, `${location}/card`]) {
    for (const other of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'multipart/form-data', 'garbage']) expect(await send(path, '{"news":"settle"}', other), `${path} ${other}`).toBe(415)
    expect(await send(path, 'name=a&name=b&news=settle&news=deny', type), path).toBe(400)
    expect(await send(path, 'x'.repeat(20_000), type), path).toBe(413)
    for (const body of ['', '%', '%zz=%', '&&&==', 'a[b]=c', '__proto__=x&constructor=y', Uint8Array.from([0xff, 0xfe, 0x3d, 0x80, 0])]) {
      expect([303, 400, 422], `${path} ${String(body)}`).toContain(await send(path, body, type))
    }
  }
  expect(await query('SELECT status FROM orders WHERE token = $1', [location.split('/').at(-1)])).toEqual([{ status: 'pending' }])
})

test('the simulator and its card form understand nothing but their own words', async () => {
  await inBatches(hostileTexts, async ([name, text]) => {
    const { location } = await order(slug, { method: 'credit_card' })
    const fields = { number: '4811111111111114', expiry: '12/30', cvv: '123' }
    const answers = [
      await submit(`${location}/simulate`, { news: text }),
      ...(await Promise.all(Object.keys(fields).map((field) => submit(`${location}/card`, { ...fields, [field]: text })))),
      await submit(`${location}/card`, { ...fields, unknown: text }),
    ]
    for (const { status } of answers) expect([303, 400, 413, 422], name).toContain(status)
    expect(await query('SELECT status FROM orders WHERE token = $1', [location.split('/').at(-1)]), name).toEqual([{ status: 'pending' }])
  })
})

/** As typed, without the repairs that fetch makes to an address. */
function statusOf(path: string, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin())
    request({ hostname, port, path, method, headers: { origin: origin() } }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    }).on('error', reject).end()
  })
}

test('an address of garbage is a page that is not there', async () => {
  const { location } = await order(slug)
  const garbage = ['%00', '%ff', '%E0%A4%A', '%', '..%2f..%2fetc', '%2e%2e', "'%20OR%201=1--", '%3Cscript%3E', '__proto__', 'constructor', 'x'.repeat(8_000), '%F0%9F%8C%B8', slug.toUpperCase(), `${slug}%20`, `${slug}%0a`, '%5B%5D']
  for (const text of garbage) {
    for (const path of [`/p/${text}`, `/p/${slug}/${text}`, `/p/${text}/card.jpg`, `/p/${text}/${location.split('/').at(-1)}`, `/p/${slug}/${text}/status`, `/p/${slug}/${text}/qr.png`, `/payment-links/${text}`]) {
      expect([303, 307, 308, 400, 404], path).toContain(await statusOf(path))
    }
    // Dots climb out of the folder, to the front door, which takes no forms.
    const refused = [400, 404, 415, ...(text === '%2e%2e' ? [405] : [])]
    for (const path of [`/p/${text}`, `/p/${slug}/${text}/simulate`]) expect(refused, path).toContain(await statusOf(path, 'POST'))
  }
  for (const search of ['?lang=%00', '?lang=en&lang=id', '?new=%ff', '?%', '?__proto__=1']) expect(await statusOf(`/p/${slug}${search}`), search).toBe(200)
})

test('methods that nobody offers are refused', async () => {
  const { location } = await order(slug)
  for (const path of [`/p/${slug}`, location, `${location}/simulate`, `/p/${slug}/card.jpg`]) {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'PROPFIND']) expect([400, 404, 405], `${method} ${path}`).toContain(await statusOf(path, method))
  }
  expect(await query('SELECT status FROM orders WHERE token = $1', [location.split('/').at(-1)])).toEqual([{ status: 'pending' }])
})
