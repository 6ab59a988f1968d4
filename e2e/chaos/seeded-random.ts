/** Numbers that come again with the same seed (mulberry32): what is drawn is replayable, how processes interleave is not. */
export type Random = {
  /** From `low` up to `high`, which is not reached. */
  between(low: number, high: number): number
  pick<Value>(values: readonly Value[]): Value
}

/** @param name gives each scenario its own numbers, whichever others run before it */
export function seededRandom(seed: number, name: string): Random {
  let state = [...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    between: (low, high) => low + next() * (high - low),
    pick: (values) => {
      const value = values[Math.floor(next() * values.length)]
      if (value === undefined) throw new Error('nothing to pick from')
      return value
    },
  }
}
