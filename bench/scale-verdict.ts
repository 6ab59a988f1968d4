const GOAL = { ratio: 1.5, p95: 300 }
/** What PostgreSQL answers faster than this is no reason for a ratio: the rest is the machine's. */
const NOISE_MS = 2
/** Nobody feels the difference between 5 and 10 milliseconds. */
const FLOOR_MS = 10

/** How many rows each shop answered with; null for what is no list. */
type Rows = { small: number | null; big: number | null }

/** Whether the small shop has fewer rows to answer with. */
export const isUneven = ({ small, big }: Rows): boolean => small !== null && big !== null && small < big

type Measured = {
  /** Middle times of a request in milliseconds, in the small shop and in the big one. */
  small: number
  big: number
  bigP95: number
  /** What PostgreSQL says that it took in the big shop. */
  inDatabase: number
  rows: Rows
  /** What a page that is full took in the small shop meanwhile: the first of the same list, or of a search the one of a common word. */
  fullPage?: number
  /** Tables that were read from end to end. */
  scans: readonly string[]
}

/**
 * Whether the goals are reached: under 300 ms for 19 requests of 20, and within 1.5 times of what the small shop takes.
 * Where the small shop has fewer rows to answer with, the big one is held against a full page of the small one, if that took longer.
 * @returns the ratio that counts; a `~` before it when it is one to a full page
 */
export function judge({ small, big, bigP95, inDatabase, rows, fullPage, scans }: Measured): { reached: boolean; ratio: string; said: string } {
  const against = isUneven(rows) ? Math.max(small, fullPage ?? 0) : small
  const ratio = big / against
  const said = [
    ratio > GOAL.ratio && inDatabase > NOISE_MS && big >= FLOOR_MS ? 'MISSED: ratio' : '',
    bigP95 >= GOAL.p95 ? `MISSED: over ${GOAL.p95} ms` : '',
    scans.length > 0 ? `MISSED: reads all of ${scans.join(', ')}` : '',
  ].filter(Boolean).join(' ')
  return { reached: said === '', ratio: `${isUneven(rows) ? '~' : ''}${ratio.toFixed(2)}`, said }
}
