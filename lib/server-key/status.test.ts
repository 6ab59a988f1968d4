import { expect, test } from 'vitest'
import { endOfKey, endOfOverlap } from './rules'
import { isValid, keyStatus } from './status'

const at = new Date('2026-11-20T05:00:00Z')
const hours = (count: number) => new Date(at.getTime() + count * 3_600_000)

test.each([
  [{ revokedAt: null, expiresAt: null }, 'active', true],
  [{ revokedAt: null, expiresAt: hours(7 * 24 + 1) }, 'active', true],
  [{ revokedAt: null, expiresAt: hours(7 * 24) }, 'expiring', true],
  [{ revokedAt: null, expiresAt: hours(1) }, 'expiring', true],
  [{ revokedAt: null, expiresAt: at }, 'expired', false],
  [{ revokedAt: null, expiresAt: hours(-1) }, 'expired', false],
  [{ revokedAt: hours(-1), expiresAt: null }, 'revoked', false],
  [{ revokedAt: hours(-1), expiresAt: hours(-2) }, 'revoked', false],
] as const)('a key with %o is %s', (times, status, opens) => {
  expect(keyStatus(times, at)).toBe(status)
  expect(isValid(times, at)).toBe(opens)
})

test("a key ends with its last day, by the shop's clock", () => {
  const in_ = (timeZone: string) => ({ timeZone, at })
  expect(endOfKey('', in_('Asia/Jakarta'))).toEqual({ ok: true, expiresAt: null })
  expect(endOfKey('2026-12-31', in_('Asia/Jakarta'))).toEqual({ ok: true, expiresAt: new Date('2026-12-31T17:00:00Z') })
  expect(endOfKey('2026-12-31', in_('Asia/Jayapura'))).toEqual({ ok: true, expiresAt: new Date('2026-12-31T15:00:00Z') })
  // Today is a day that is not over yet.
  expect(endOfKey('2026-11-20', in_('Asia/Jakarta'))).toEqual({ ok: true, expiresAt: new Date('2026-11-20T17:00:00Z') })
  expect(endOfKey('2026-11-19', in_('Asia/Jakarta'))).toEqual({ ok: false, message: 'expiryPast' })
  expect(endOfKey('2026-02-31', in_('Asia/Jakarta'))).toEqual({ ok: false, message: 'dateTime' })
  expect(endOfKey('9999-12-31', in_('Asia/Jakarta'))).toEqual({ ok: false, message: 'expiryTooLate' })
})

test('an overlap never gives a key more time than it had', () => {
  expect(endOfOverlap(null, { overlapHours: 24, at })).toEqual(hours(24))
  expect(endOfOverlap(hours(2), { overlapHours: 24, at })).toEqual(hours(2))
  expect(endOfOverlap(hours(48), { overlapHours: 24, at })).toEqual(hours(24))
  expect(endOfOverlap(null, { overlapHours: 0, at })).toEqual(at)
})
