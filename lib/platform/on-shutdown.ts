type Registry = typeof globalThis & { tautanShutdown?: (() => Promise<unknown>)[] }

// On the global object because Next bundles this file more than once, and the launcher loads it a further time.
const registry = globalThis as Registry

/** Registers what has to end before the database goes: pools, workers. Last registered, first ended. */
export function onShutdown(end: () => Promise<unknown>): void {
  ;(registry.tautanShutdown ??= []).unshift(end)
}

/** Ends everything registered; what fails or takes longer than `patienceInMs` does not keep the rest. */
export async function endRegistered(patienceInMs: number): Promise<void> {
  for (const end of registry.tautanShutdown?.splice(0) ?? []) {
    const tooLate = new Promise((resolve) => setTimeout(resolve, patienceInMs).unref())
    await Promise.race([end(), tooLate]).catch((error: unknown) => console.error(error))
  }
}
