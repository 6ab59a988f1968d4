import { makeLink } from './actions'
import { query } from './database'
import type { Seller } from './seller'

/** A link that `change`, written as SQL sets columns, has closed. */
export async function makeClosedLink(seller: Seller, change: string, overrides: Record<string, unknown> = {}): ReturnType<typeof makeLink> {
  const link = await makeLink(seller, overrides)
  await query(`UPDATE links SET ${change} WHERE id = $1`, [link.id])
  return link
}

/** The numbers that wait for it, oldest first. */
export const waitersOf = async (id: string): Promise<string[]> =>
  (await query<{ phone: string }>('SELECT phone FROM slot_waiters WHERE link_id = $1 ORDER BY at', [id])).map((row) => row.phone)
