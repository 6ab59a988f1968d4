const MOST_STEPS = 5

/**
 * Where lines go beside bars of at most `highest`: from 0, evenly, at numbers that a short label says in full
 * (500K, 1M, 1.5M: never 1.65M, which would be read as 1.7M), and the last not below the highest bar.
 * @param highest in minor units, as are the lines
 */
export function axisTicks(highest: number): number[] {
  const wanted = Math.max(1, highest / MOST_STEPS)
  const power = 10 ** Math.floor(Math.log10(wanted))
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => size >= wanted) ?? wanted
  return Array.from({ length: Math.max(1, Math.ceil(highest / step)) + 1 }, (_, index) => index * step)
}
