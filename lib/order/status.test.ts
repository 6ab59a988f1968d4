import { describe, expect, it } from 'vitest'
import { ORDER_STATUSES } from './filter'
import { judge, orderStatus, statusAfterRefund, type OrderNews, type OrderStatus } from './status'

const NEWS = ['authorize', 'settle', 'deny', 'cancel', 'expire', 'accept', 'refund', 'claim', 'reject'] as const satisfies OrderNews[]

describe('judge', () => {
  it('answers every status and every piece of news exactly as the table below says', () => {
    const table = Object.fromEntries(
      ORDER_STATUSES.map((status) => [
        status,
        NEWS.map((news) => {
          const verdict = judge(status, news)
          return (verdict.kind === 'apply' ? verdict.to : verdict.kind).padEnd(14)
        }).join(' ').trimEnd(),
      ]),
    )
    expect(table).toEqual({
      //                   authorize      settle         deny           cancel         expire         accept         refund         claim          reject
      pending:            'authorized     paid           denied         cancelled      expired        impossible     impossible     in_review      stale',
      authorized:         'alreadyApplied paid           denied         cancelled      expired        impossible     impossible     impossible     impossible',
      in_review:          'stale          paid           denied         cancelled      expired        impossible     impossible     alreadyApplied pending',
      paid:               'stale          alreadyApplied impossible     impossible     stale          alreadyApplied refunded       stale          stale',
      paid_late:          'stale          alreadyApplied impossible     impossible     stale          paid           refunded       stale          stale',
      partially_refunded: 'stale          alreadyApplied impossible     impossible     stale          impossible     refunded       stale          stale',
      refunded:           'stale          alreadyApplied impossible     impossible     stale          impossible     impossible     stale          stale',
      denied:             'stale          paid_late      alreadyApplied stale          stale          impossible     impossible     stale          stale',
      cancelled:          'stale          paid_late      stale          alreadyApplied stale          impossible     impossible     stale          stale',
      expired:            'stale          paid_late      stale          stale          alreadyApplied impossible     impossible     stale          stale',
    } satisfies Record<OrderStatus, string>)
  })

  it('lets nothing but a refund take a paid order back', () => {
    expect(NEWS.filter((news) => judge('paid', news).kind === 'apply')).toEqual(['refund'])
  })
})

describe('statusAfterRefund', () => {
  it('says whether something is left', () => {
    expect([1, 84_999, 85_000].map((refunded) => statusAfterRefund({ amount: 85_000, refunded }))).toEqual(['partially_refunded', 'partially_refunded', 'refunded'])
  })
})

describe('orderStatus', () => {
  const expiresAt = new Date('2026-11-20T05:00:00Z')
  const before = new Date(expiresAt.getTime() - 1)

  it('calls a pending order expired from its deadline on, whatever the database still says', () => {
    expect(orderStatus({ status: 'pending', expiresAt }, before)).toBe('pending')
    expect(orderStatus({ status: 'pending', expiresAt }, expiresAt)).toBe('expired')
    expect(orderStatus({ status: 'authorized', expiresAt }, expiresAt)).toBe('expired')
  })

  it.each(['paid', 'paid_late', 'partially_refunded', 'refunded', 'denied', 'cancelled', 'expired'] as const)('leaves an order that is %s as it is', (status) => {
    expect(orderStatus({ status, expiresAt }, expiresAt)).toBe(status)
  })
})
