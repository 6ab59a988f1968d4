import { query } from './database'

/** All tests come from one address: what others tried must not turn this one away. @param limit its name, or how that begins */
export async function forgetTries(limit: string): Promise<void> {
  await query('DELETE FROM rate_limits WHERE key LIKE $1', [`${limit}%`])
}
