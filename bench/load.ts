import autocannon from 'autocannon'

export type Call = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }

export type Measured = { perSecond: number; p50: number; p99: number; failed: number; done: number }

/**
 * Asks one server the same kind of thing for some seconds.
 * @param next makes each request, so that no two write the same row
 * @param expected the only status that counts as done
 */
export async function measure(
  url: string,
  next: () => Call,
  { seconds, clients, expected }: { seconds: number; clients: number; expected: number },
): Promise<Measured> {
  const result = await autocannon({
    url,
    connections: clients,
    duration: seconds,
    timeout: 30,
    requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
  })
  const statuses = result.statusCodeStats as Record<string, { count?: number }>
  const done = statuses[String(expected)]?.count ?? 0
  const answered = Object.values(statuses).reduce((sum, { count = 0 }) => sum + count, 0)
  return { perSecond: done / result.duration, p50: result.latency.p50, p99: result.latency.p99, failed: answered - done + result.errors, done }
}

/** The middle one of an odd number of rounds, by speed. */
export function median(rounds: Measured[]): Measured {
  const sorted = rounds.toSorted((a, b) => a.perSecond - b.perSecond)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (!middle) throw new Error('nothing was measured')
  return { ...middle, failed: rounds.reduce((sum, { failed }) => sum + failed, 0) }
}

/** How many times as fast `a` is as `b`, round by round, so that a slow moment of the machine hits both sides. */
export function medianRatio(a: Measured[], b: Measured[]): number {
  const ratios = a.map(({ perSecond }, round) => perSecond / (b[round]?.perSecond ?? NaN)).toSorted((x, y) => x - y)
  return ratios[Math.floor(ratios.length / 2)] ?? NaN
}
