/** What a scenario promises, how often it was looked at, and where it was broken. */
export class Promises {
  private readonly kept = new Map<string, { rounds: number; broken: string[]; note: string }>()

  /** Counts one look at a promise. @param broken says what was seen instead; null when it holds */
  look(promise: string, broken: string | null): void {
    const entry = this.entry(promise)
    entry.rounds++
    if (broken !== null) entry.broken.push(broken)
  }

  /** Figures that belong to a promise: times, counts. */
  note(promise: string, note: string): void {
    this.entry(promise).note = note
  }

  get areKept(): boolean {
    return [...this.kept.values()].every(({ broken, rounds }) => broken.length === 0 && rounds > 0)
  }

  print(): void {
    const width = Math.max(...[...this.kept.keys()].map(({ length }) => length))
    process.stdout.write(`\n${'promise'.padEnd(width)}  rounds  broken\n`)
    for (const [promise, { rounds, broken, note }] of this.kept) {
      process.stdout.write(`${promise.padEnd(width)}  ${String(rounds).padStart(6)}  ${String(broken.length).padStart(6)}${note === '' ? '' : `  ${note}`}\n`)
      for (const what of broken.slice(0, SHOWN)) process.stdout.write(`    ✗ ${what}\n`)
      if (broken.length > SHOWN) process.stdout.write(`    … and ${broken.length - SHOWN} more\n`)
    }
  }

  private entry(promise: string) {
    const known = this.kept.get(promise) ?? { rounds: 0, broken: [], note: '' }
    this.kept.set(promise, known)
    return known
  }
}

const SHOWN = 10

/** The middle and the worst of some durations, for a note. */
export function spread(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const seconds = (value = 0) => `${(value / 1000).toFixed(1)} s`
  return `median ${seconds(sorted[sorted.length >> 1])}, worst ${seconds(sorted.at(-1))}`
}
