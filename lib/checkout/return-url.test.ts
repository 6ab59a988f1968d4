import { expect, it } from 'vitest'
import { returnUrl, type ReturnHint } from './return-url'

const paid: ReturnHint = { orderId: 'INV-1-1669000000000', statusCode: '200', transactionStatus: 'settlement' }
const added = 'order_id=INV-1-1669000000000&status_code=200&transaction_status=settlement'

it.each([
  ['https://toko.example', `https://toko.example/?${added}`],
  ['https://toko.example/selesai', `https://toko.example/selesai?${added}`],
  ['https://toko.example/selesai?', `https://toko.example/selesai?${added}`],
  ['https://toko.example/selesai?merchant_order_id=test-122', `https://toko.example/selesai?merchant_order_id=test-122&${added}`],
  ['https://toko.example/?a=b%20c+d&flag&a=2', `https://toko.example/?a=b%20c+d&flag&a=2&${added}`],
  ['https://toko.example/app#/thanks?x=1', `https://toko.example/app?${added}#/thanks?x=1`],
  ['https://toko.example/?q=1#top', `https://toko.example/?q=1&${added}#top`],
  ['https://toko.example:8443/x', `https://toko.example:8443/x?${added}`],
  ['https://tokoé.example/ü', `https://xn--toko-epa.example/%C3%BC?${added}`],
])('adds the hint to %s', (stored, url) => {
  expect(returnUrl(stored, paid)).toBe(url)
})

it.each(['order_id=fake', 'status_code=200', 'transaction_status=settlement', 'order%5Fid=fake&order_id=fake2'])('replaces a %s that the address brought along', (query) => {
  expect(returnUrl(`https://toko.example/?a=1&${query}&b=2`, { ...paid, statusCode: '202', transactionStatus: 'deny' })).toBe(
    'https://toko.example/?a=1&b=2&order_id=INV-1-1669000000000&status_code=202&transaction_status=deny',
  )
})

it('writes an order ID so that it cannot become another parameter', () => {
  expect(new URL(returnUrl('https://toko.example/', { ...paid, orderId: 'a&b=c#d' }) ?? '').searchParams.get('order_id')).toBe('a&b=c#d')
})

it.each(['javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.c', '/selesai', 'toko.example', ''])('makes no link of %j', (stored) => {
  expect(returnUrl(stored, paid)).toBeNull()
})
