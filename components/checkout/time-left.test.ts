import { expect, it } from 'vitest'
import { timeLeft } from './time-left'

it.each([
  [0, '00:00'],
  [-5_000, '00:00'],
  [1, '00:01'],
  [877_000, '14:37'],
  [3_600_000, '01:00:00'],
  [86_399_000, '23:59:59'],
  [360_000_000, '100:00:00'],
])('shows %i ms as %s', (ms, shown) => {
  expect(timeLeft(ms)).toBe(shown)
})
