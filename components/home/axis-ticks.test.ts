import { expect, it } from 'vitest'
import { axisTicks } from './axis-ticks'

it.each([
  [2_112_500, [0, 500_000, 1_000_000, 1_500_000, 2_000_000, 2_500_000]],
  [85_000, [0, 20_000, 40_000, 60_000, 80_000, 100_000]],
  [1_250, [0, 500, 1_000, 1_500]],
  [5, [0, 1, 2, 3, 4, 5]],
  [1, [0, 1]],
  [0, [0, 1]],
])('has lines at round numbers beside %i', (highest, ticks) => expect(axisTicks(highest)).toEqual(ticks))

it('has few lines, the last of them not below the highest bar, whatever came in', () => {
  for (let highest = 1; highest < 1e14; highest = Math.ceil(highest * 1.37)) {
    const ticks = axisTicks(highest)
    expect(ticks.length).toBeLessThanOrEqual(6)
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest)
    expect(ticks.every(Number.isInteger)).toBe(true)
  }
})
