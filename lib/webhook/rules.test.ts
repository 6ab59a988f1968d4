import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDelivered, isFailingTooLong, MAX_RETRY_AFTER_MS, nextAttempt, type AttemptResult } from './rules'
import type { RetryPolicy } from './views'

const START = new Date('2026-11-20T05:00:00Z')
const HOUR = 3_600_000

/** Every attempt's time when all of them end like this. */
function schedule(policy: RetryPolicy, result: AttemptResult, random: () => number): Date[] {
  const times = [START]
  for (let at = START; times.length < 100; times.push(at)) {
    const next = nextAttempt(policy, result, { attempts: times.length, at, random: random() })
    if (!next) return times
    at = next
  }
  return times
}

const lost: AttemptResult = { statusCode: null, error: 'timeout' }
const answer = (statusCode: number, retryAfter?: string): AttemptResult => ({ statusCode, error: null, retryAfter })

describe('the standard schedule', () => {
  test('makes 12 attempts or more over 96 hours or more, each later than the one before, whatever the dice say', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { minLength: 20, maxLength: 20 }), fc.constantFrom(lost, answer(500), answer(404), answer(302)), (dice, result) => {
        let thrown = 0
        const times = schedule('standard', result, () => dice[(thrown += 1) % dice.length] ?? 0)
        expect(times.length).toBeGreaterThanOrEqual(12)
        const spanned = (times.at(-1)?.getTime() ?? 0) - START.getTime()
        expect(spanned).toBeGreaterThanOrEqual(96 * HOUR)
        expect(spanned).toBeLessThanOrEqual(125 * HOUR)
        expect(times.every((time, at) => at === 0 || time > (times[at - 1] ?? time))).toBe(true)
      }),
    )
  })

  test('spreads attempts that failed together', () => {
    const at = (random: number) => nextAttempt('standard', lost, { attempts: 5, at: START, random })?.getTime() ?? 0
    expect(at(0.9) - at(0)).toBeGreaterThan(5 * 60_000)
  })

  test('ends at once when the receiver says that it is gone', () => {
    expect(schedule('standard', answer(410), () => 0)).toHaveLength(1)
  })
})

describe("Midtrans' schedule", () => {
  test('waits 2, 10, 30, 90 and 210 minutes, up to a quarter less', () => {
    const minutes = (random: number) => {
      const times = schedule('midtrans', lost, () => random)
      return times.slice(1).map((time, at) => (time.getTime() - (times[at]?.getTime() ?? 0)) / 60_000)
    }
    expect(minutes(0)).toEqual([2, 10, 30, 90, 210])
    expect(minutes(0.999_999_9).map((value) => Math.round(value * 100) / 100)).toEqual([1.5, 7.5, 22.5, 67.5, 157.5])
  })

  test.each([
    [500, 1], [503, 4], [400, 2], [404, 2], [301, 0], [302, 0], [303, 0], [401, 5], [429, 5], [502, 5], [504, 5], [410, 0], [null, 5],
  ])('after %s it tries again %s times', (statusCode, retries) => {
    expect(schedule('midtrans', { statusCode, error: statusCode === null ? 'timeout' : null }, () => 0.5)).toHaveLength(retries + 1)
  })
})

describe('Retry-After', () => {
  const wait = (retryAfter: string, policy: RetryPolicy = 'standard') =>
    (nextAttempt(policy, answer(429, retryAfter), { attempts: 1, at: START, random: 0 })?.getTime() ?? 0) - START.getTime()

  test.each([
    ['120', 120_000], ['Fri, 20 Nov 2026 06:00:00 GMT', HOUR], ['5', 10_000], ['0', 10_000], ['-5', 10_000], ['soon', 10_000], ['', 10_000],
    ['Fri, 20 Nov 2020 06:00:00 GMT', 10_000], ['9999999999', MAX_RETRY_AFTER_MS], ['99999999999999999999', 10_000], ['1e9', 10_000],
  ])('%j waits %d ms', (retryAfter, expected) => {
    expect(wait(retryAfter)).toBe(expected)
  })

  test('counts in both schedules', () => {
    expect(wait('3600', 'midtrans')).toBe(HOUR)
  })
})

test.each([
  [200, null, true], [204, null, true], [299, null, true], [200, 'tooLarge', true], [200, 'timeout', false], [200, 'connection', false],
  [199, null, false], [300, null, false], [302, 'redirect', false], [410, null, false], [500, null, false], [null, 'timeout', false], [null, 'refusedAddress', false],
])('an attempt with status %s and error %s is delivered: %s', (statusCode, error, delivered) => {
  expect(isDelivered({ statusCode, error })).toBe(delivered)
})

test('an endpoint has five days to answer again', () => {
  expect(isFailingTooLong(START, new Date(START.getTime() + 120 * HOUR - 1))).toBe(false)
  expect(isFailingTooLong(START, new Date(START.getTime() + 120 * HOUR))).toBe(true)
})
