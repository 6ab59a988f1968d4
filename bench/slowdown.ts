/**
 * By how much a machine's processor has to be slowed down to be the phone of the middle class that Lighthouse judges for. Its own four
 * times are right for a fast desktop alone (BenchmarkIndex 1,533); for others its documentation (docs/throttling.md, "Calibrating
 * multipliers") points to a calculator, whose points these are. Between them it goes in a straight line, beyond the last one too.
 * @param benchmarkIndex Lighthouse's own measure of a machine's speed, taken just before the page was loaded
 * @throws RangeError where the machine is slower than any phone that could be meant
 */
export function slowdownFor(benchmarkIndex: number): number {
  if (!(benchmarkIndex >= 150)) throw new RangeError(`a machine with a BenchmarkIndex of ${benchmarkIndex} is slower than the phone`)
  const next = POINTS.findIndex(({ index }) => index >= benchmarkIndex)
  const [from, to] = POINTS.slice(next === -1 ? -2 : Math.max(next - 1, 0)) as [Point, Point]
  return from.slowdown + ((benchmarkIndex - from.index) / (to.index - from.index)) * (to.slowdown - from.slowdown)
}

type Point = { index: number; slowdown: number }

const POINTS: Point[] = [
  { index: 150, slowdown: 1 },
  { index: 800, slowdown: 2 },
  { index: 1300, slowdown: 3 },
  { index: 2000, slowdown: 6 },
]
