import { expect, test } from 'vitest'
import { semiSpaceMb } from './serve-args.mjs'

const GB = 1024 ** 3

// A machine of four gigabytes has a little less to give.
test.each([[0.5, 16], [1, 16], [1.9, 32], [3.8, 64], [32, 64]])('a machine of %d GB gives what was just made %d MB of room', (gb, room) => {
  expect(semiSpaceMb(gb * GB)).toBe(room)
})
