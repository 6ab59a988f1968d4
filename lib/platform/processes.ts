const MEMORY_EACH = 1536 * 1024 * 1024
const MOST = 4

/**
 * How many processes serve unless PROCESSES says so: one for two cores, since PostgreSQL and the jobs
 * work too, as far as the memory goes. Measured on two cores: a second one made orders slower.
 * @param memory in bytes
 */
export function processesFor({ cores, memory }: { cores: number; memory: number }): number {
  return Math.max(1, Math.min(Math.floor(cores / 2), MOST, Math.floor(memory / MEMORY_EACH)))
}

/**
 * Connections of one process. More of them in total make one hot link slower, not faster: they queue
 * on its row inside PostgreSQL instead of in the pools. So several processes share about sixteen.
 */
export function poolSizeFor(processes: number): number {
  return processes <= 1 ? 12 : Math.max(4, Math.ceil(16 / processes))
}
