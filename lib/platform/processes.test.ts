import { describe, expect, test } from 'vitest'
import { poolSizeFor, processesFor } from './processes'

const GB = 1024 ** 3

describe('as many processes serve as', () => {
  test.each([
    ['there are pairs of cores', 4, 24 * GB, 2],
    ['one on two cores', 2, 24 * GB, 1],
    ['four at most', 16, 64 * GB, 4],
    ['the memory carries', 8, 4 * GB, 2],
    ['one on a small machine', 2, 2 * GB, 1],
  ])('%s', (_, cores, memory, expected) => {
    expect(processesFor({ cores, memory })).toBe(expected)
  })
})

test.each([
  [1, 12],
  [2, 8],
  [3, 6],
  [4, 4],
  [32, 4],
])('%i processes have pools that do not crowd the database: %i connections each', (processes, expected) => {
  expect(poolSizeFor(processes)).toBe(expected)
})
