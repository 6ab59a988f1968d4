/** Milliseconds since 1970. Use cases take the time from their caller; only the edges ask the clock. */
export const now = (): Date => new Date()
