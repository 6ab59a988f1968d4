import { describe, expect, it } from 'vitest'
import { slowdownFor } from './slowdown'

describe('how much slower than this machine a phone is', () => {
  it.each([
    [150, 1],
    [475, 1.5],
    [800, 2],
    [1050, 2.5],
    [1300, 3],
    [1533, 4],
    [2000, 6],
    [2233, 7],
  ])('for a BenchmarkIndex of %d is %d times', (index, slowdown) => expect(slowdownFor(index)).toBeCloseTo(slowdown, 1))

  it.each([149, 0, Number.NaN])('cannot be said of a machine that is no faster than it: %d', (index) => expect(() => slowdownFor(index)).toThrow(RangeError))
})
