const MEMORY_EACH = 1536 * 1024 * 1024
const MOST = 4

/** How many processes serve unless PROCESSES says so: one a core, as far as the memory goes. @param memory in bytes */
export function processesFor({ cores, memory }: { cores: number; memory: number }): number {
  return Math.max(1, Math.min(cores, MOST, Math.floor(memory / MEMORY_EACH)))
}

/**
 * Connections of one process. More of them in total make one hot link slower, not faster: they queue
 * on its row inside PostgreSQL instead of in the pools. So several processes share about sixteen.
 */
export function poolSizeFor(processes: number): number {
  return processes <= 1 ? 12 : Math.max(4, Math.ceil(16 / processes))
}
