import { expect, it } from 'vitest'
import { isOpenedByCustomer } from './rules'

const PHONE = 'Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36'

it.each([
  ['a phone', { 'user-agent': PHONE }, true],
  ["Instagram's own browser", { 'user-agent': `${PHONE} Instagram 350.0.0.0 Android` }, true],
  ["Facebook's own browser", { 'user-agent': `${PHONE} [FB_IAB/FB4A;FBAV/490.0.0.0;]` }, true],
  ['a phone called CUBOT', { 'user-agent': PHONE.replace('SM-A145F', 'CUBOT X30') }, true],
  ["WhatsApp's preview", { 'user-agent': 'WhatsApp/2.24.20.89 A' }, false],
  ["Facebook's preview", { 'user-agent': 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)' }, false],
  ['Telegram', { 'user-agent': 'TelegramBot (like TwitterBot)' }, false],
  ['a crawler without a name that is known', { 'user-agent': 'Mozilla/5.0 (compatible; ShopCrawler/1.0)' }, false],
  ['Google', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }, false],
  ['no name', {}, false],
  ['a page fetched ahead', { 'user-agent': PHONE, 'sec-purpose': 'prefetch;prerender' }, false],
  ['an older way to fetch ahead', { 'user-agent': PHONE, purpose: 'prefetch' }, false],
])('%s', (_, headers: Record<string, string>, counts) => {
  expect(isOpenedByCustomer(new Headers(headers), { isSeller: false })).toBe(counts)
})

it('a seller who looks at their own page is no customer', () => {
  expect(isOpenedByCustomer(new Headers({ 'user-agent': PHONE }), { isSeller: true })).toBe(false)
})
