/** What a key is at a moment. `expiring`: still opens, for a week at most. */
export type KeyStatus = 'active' | 'expiring' | 'expired' | 'revoked'

type Times = { revokedAt: Date | null; expiresAt: Date | null }

const SOON_MS = 7 * 24 * 60 * 60_000

export function keyStatus({ revokedAt, expiresAt }: Times, at: Date): KeyStatus {
  if (revokedAt !== null) return 'revoked'
  if (expiresAt === null) return 'active'
  if (expiresAt <= at) return 'expired'
  return expiresAt.getTime() - at.getTime() <= SOON_MS ? 'expiring' : 'active'
}

/** Whether it opens the API and may sign. The SQL of lib/server-key/store.ts says the same; a test holds them against each other. */
export const isValid = (times: Times, at: Date): boolean => ['active', 'expiring'].includes(keyStatus(times, at))
