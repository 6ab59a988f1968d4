const lines = new Map<string, Promise<unknown>>()

/**
 * Runs what has the same key one after the other in this process, in the order of asking. Whoever
 * waits for a lock of the database occupies a connection; waiting here occupies nothing, so that a crowd
 * at one lock leaves the connections to everybody else. Other processes still need the lock.
 */
export async function oneAtATime<Value>(key: string, run: () => Promise<Value>): Promise<Value> {
  const mine = (lines.get(key) ?? Promise.resolve()).then(run)
  const over = mine.then(() => undefined, () => undefined)
  lines.set(key, over)
  try {
    return await mine
  } finally {
    if (lines.get(key) === over) lines.delete(key)
  }
}
