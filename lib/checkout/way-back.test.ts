import { describe, expect, it } from 'vitest'
import type { OrderStatus } from '@/lib/order/status'
import { wayBack, wayOut } from './way-back'

const redirects = { finish: 'https://toko.example/finish?a=1', unfinish: 'https://toko.example/unfinish', error: 'https://toko.example/error' }
const orderId = 'INV-1-1669000000000'
const query = (code: number, status: string) => `order_id=${orderId}&status_code=${code}&transaction_status=${status}`

describe('the way back to the shop', () => {
  it.each<[OrderStatus, number, string | null]>([
    ['paid', 0, `https://toko.example/finish?a=1&${query(200, 'settlement')}`],
    ['authorized', 0, `https://toko.example/finish?a=1&${query(200, 'authorize')}`],
    ['pending', 0, `https://toko.example/finish?a=1&${query(201, 'pending')}`],
    ['denied', 1, null],
    ['denied', 3, null],
    ['denied', 4, `https://toko.example/error?${query(202, 'deny')}`],
    ['expired', 0, `https://toko.example/error?${query(202, 'expire')}`],
    ['cancelled', 0, `https://toko.example/unfinish?${query(202, 'cancel')}`],
    ['paid_late', 0, null],
    ['refunded', 0, null],
    ['partially_refunded', 0, null],
  ])('of an order that is %s, denied %i times, is %s', (status, denials, url) => {
    expect(wayBack({ redirects, status, orderId }, denials)?.url ?? null).toBe(url)
  })

  it('is offered only where the shop has such a page', () => {
    expect(wayBack({ redirects: null, status: 'paid', orderId })).toBeNull()
    expect(wayBack({ redirects: { error: redirects.error }, status: 'paid', orderId })).toBeNull()
    expect(wayBack({ redirects: { unfinish: redirects.unfinish }, status: 'pending', orderId })?.kind).toBe('unfinish')
  })

  it('names the host that the customer will see', () => {
    expect(wayBack({ redirects, status: 'paid', orderId })?.host).toBe('toko.example')
  })

  it('leads out of a link before anything was chosen, under the link’s own order ID', () => {
    expect(wayOut({ redirects, orderId: 'INV-1' })?.url).toBe('https://toko.example/unfinish?order_id=INV-1&status_code=201&transaction_status=pending')
    expect(wayOut({ redirects: { finish: redirects.finish }, orderId: 'INV-1' })).toBeNull()
  })
})
