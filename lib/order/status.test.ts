import { describe, expect, it } from 'vitest'
import { ORDER_STATUSES } from './schema'
import { judge, orderStatus, type OrderNews, type OrderStatus } from './status'

const NEWS = ['settle', 'deny', 'cancel', 'expire'] as const satisfies OrderNews[]

describe('judge', () => {
  it('answers every status and every piece of news exactly as the table below says', () => {
    const table = Object.fromEntries(
      ORDER_STATUSES.map((status) => [
        status,
        NEWS.map((news) => {
          const verdict = judge(status, news)
          return verdict.kind === 'apply' ? verdict.to : verdict.kind
        }).join(' '),
      ]),
    )
    expect(table).toEqual({
      //          settle         deny           cancel         expire
      pending: 'paid denied cancelled expired',
      paid: 'alreadyApplied impossible impossible stale',
      denied: 'impossible alreadyApplied stale stale',
      cancelled: 'impossible stale alreadyApplied stale',
      expired: 'impossible stale stale alreadyApplied',
    } satisfies Record<OrderStatus, string>)
  })

  it('lets nothing take a paid order back', () => {
    expect(NEWS.filter((news) => judge('paid', news).kind === 'apply')).toEqual([])
  })
})

describe('orderStatus', () => {
  const expiresAt = new Date('2026-11-20T05:00:00Z')
  const before = new Date(expiresAt.getTime() - 1)

  it('calls a pending order expired from its deadline on, whatever the database still says', () => {
    expect(orderStatus({ status: 'pending', expiresAt }, before)).toBe('pending')
    expect(orderStatus({ status: 'pending', expiresAt }, expiresAt)).toBe('expired')
  })

  it.each(['paid', 'denied', 'cancelled', 'expired'] as const)('leaves an order that is %s as it is', (status) => {
    expect(orderStatus({ status, expiresAt }, expiresAt)).toBe(status)
  })
})
