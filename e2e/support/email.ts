import { expect } from '@playwright/test'
import { query } from './database'

/** The id of a message about a link that the jobs have dealt with; waits for them. */
export async function emailOf(linkId: string, template?: string): Promise<string> {
  let id: string | undefined
  await expect
    .poll(async () => {
      const rows = await query<{ id: string }>(
        "SELECT id FROM email_messages WHERE link_id = $1 AND state <> 'pending' AND ($2::text IS NULL OR template = $2) ORDER BY created_at LIMIT 1",
        [linkId, template ?? null],
      )
      id = rows[0]?.id
      return id
    }, { timeout: 20_000 })
    .toBeDefined()
  return id ?? ''
}
