import { describe, expect, it } from 'vitest'
import { later, NOON } from '@/prisma/testing/factories'
import { judgeCredit, type ExpectingOrder } from './rules'

const HOUR = 60
const DAY = 24 * HOUR
/** Of a millisecond, in minutes. */
const MOMENT = 1 / 60_000

/** Placed at noon, open for an hour. */
const order = (overrides: Partial<ExpectingOrder> = {}): ExpectingOrder => ({
  id: 'a', status: 'pending', needsMatching: false, hasCode: true, heldUntil: null, placedAt: NOON, expiresAt: later(NOON, HOUR), changedAt: NOON, paidAt: null, hasCredit: false, ...overrides,
})
const judge = (minutes: number, ...orders: ExpectingOrder[]) => {
  const verdict = judgeCredit({ at: later(NOON, minutes), hasTime: true }, orders, later(NOON, 30 * DAY))
  return verdict.kind === 'doubt' ? verdict.doubt : `${verdict.kind} ${verdict.orderId}`
}

describe('money confirms an order by itself', () => {
  const ended = order({ status: 'expired' })
  it.each([
    ['from ten minutes before it was placed', order(), -10, 'confirm a'],
    ['and no moment earlier', order(), -10 - MOMENT, 'otherTime'],
    ['up to three days after its end', ended, HOUR + 3 * DAY, 'confirm a'],
    ['and no moment later', ended, HOUR + 3 * DAY + MOMENT, 'otherTime'],
    ['while its code is held, where that ends earlier', order({ status: 'expired', heldUntil: later(NOON, 2 * HOUR) }), 2 * HOUR, 'confirm a'],
    ['and no moment later: the code may be somebody else’s', order({ status: 'expired', heldUntil: later(NOON, 2 * HOUR) }), 2 * HOUR + MOMENT, 'otherTime'],
    ['not longer than three days, however long its code is held', order({ status: 'expired', heldUntil: later(NOON, 9 * DAY) }), HOUR + 3 * DAY + MOMENT, 'otherTime'],
    ['counted from the moment that it was cancelled', order({ status: 'cancelled', changedAt: later(NOON, 5) }), 5 + 3 * DAY, 'confirm a'],
    ['and no moment after these three days', order({ status: 'cancelled', changedAt: later(NOON, 5) }), 5 + 3 * DAY + MOMENT, 'otherTime'],
  ])('%s', (_, expecting, minutes, verdict) => {
    expect(judge(minutes, expecting)).toBe(verdict)
  })

  it('not while another could be meant, whose code is still held or whose three days are not over', () => {
    const late = order({ id: 'b', placedAt: later(NOON, 4 * DAY), expiresAt: later(NOON, 5 * DAY) })
    expect(judge(4 * DAY + 5, order({ status: 'expired' }), late)).toBe('confirm b')
    expect(judge(4 * DAY + 5, order({ status: 'expired', heldUntil: later(NOON, 9 * DAY) }), late)).toBe('several')
    const next = order({ id: 'b', placedAt: later(NOON, 2 * DAY), expiresAt: later(NOON, 3 * DAY) })
    expect(judge(2 * DAY + 5, order({ status: 'expired', heldUntil: later(NOON, 2 * HOUR) }), next)).toBe('several')
  })

  it('of which the bank tells the day alone, when any hour of that day fits', () => {
    const day = (minutes: number) => judgeCredit({ at: later(NOON, minutes), hasTime: false }, [order()], later(NOON, 30 * DAY)).kind
    expect(day(-DAY + 1)).toBe('confirm')
    expect(day(-DAY - 10)).toBe('doubt')
  })

  it('not when a person has to look, when it came from the future, and never twice', () => {
    expect(judge(5, order({ needsMatching: true }))).toBe('needsMatching')
    expect(judge(5, order({ hasCode: false }))).toBe('needsMatching')
    expect(judge(30 * DAY + 10 + MOMENT, order())).toBe('future')
    expect(judge(5, order({ status: 'paid', paidAt: later(NOON, 1) }))).toBe('attach a')
    expect(judge(5, order({ status: 'paid', paidAt: later(NOON, 1), hasCredit: true }))).toBe('paidTwice')
    expect(judge(5)).toBe('noOrder')
  })
})
