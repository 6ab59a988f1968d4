import { describe, expect, it } from 'vitest'
import { closedReason, linkStatus, placesLeft, type LinkFacts } from './status'

const now = new Date('2026-11-20T05:00:00Z')
const past = new Date(now.getTime() - 1)
const future = new Date(now.getTime() + 1)

const link = (facts: Partial<LinkFacts> = {}): LinkFacts => ({
  state: 'active', startsAt: null, expiresAt: null, usageLimit: 1, usedCount: 0, heldCount: 0, ...facts,
})

describe('linkStatus', () => {
  it.each([
    ['active', {}],
    ['active', { startsAt: now, expiresAt: future }],
    ['active', { usageLimit: null, usedCount: 5_000 }],
    ['active', { heldCount: 1 }],
    ['scheduled', { startsAt: future }],
    ['expired', { expiresAt: now }],
    ['expired', { expiresAt: past, startsAt: past }],
    ['expired', { state: 'paused', expiresAt: past }],
    ['paused', { state: 'paused' }],
    ['paused', { state: 'paused', startsAt: future }],
    ['soldOut', { usedCount: 1 }],
    ['soldOut', { usedCount: 1, expiresAt: past }],
    ['soldOut', { state: 'paused', usedCount: 1 }],
    ['deleted', { state: 'deleted' }],
    ['deleted', { state: 'deleted', usedCount: 1, expiresAt: past }],
  ] as const)('is %s for %j', (status, facts) => {
    expect(linkStatus(link(facts), now)).toBe(status)
  })
})

describe('closedReason', () => {
  it('lets customers in while a place is free', () => {
    expect(closedReason(link(), now)).toBeNull()
    expect(closedReason(link({ usageLimit: null, heldCount: 900 }), now)).toBeNull()
  })

  it('says that every place is being paid for when all are held', () => {
    expect(closedReason(link({ usageLimit: 3, usedCount: 1, heldCount: 2 }), now)).toBe('allHeld')
  })

  it('says sold out rather than held once the last place is paid', () => {
    expect(closedReason(link({ usageLimit: 3, usedCount: 3 }), now)).toBe('soldOut')
  })
})

describe('placesLeft', () => {
  it('counts what is neither used nor held, and knows no number for an unlimited link', () => {
    expect(placesLeft(link({ usageLimit: 10, usedCount: 3, heldCount: 2 }))).toBe(5)
    expect(placesLeft(link({ usageLimit: null }))).toBeNull()
  })
})
