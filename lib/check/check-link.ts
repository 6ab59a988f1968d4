import 'server-only'
import { choicesOf, qrisNamesOf } from '@/lib/checkout/choice'
import { linkStanding } from '@/lib/checkout/link-standing'
import { findAccountsInUse, findCheckoutLink } from '@/lib/checkout/queries'
import type { CheckoutLink } from '@/lib/checkout/views'
import type { ClosedReason } from '@/lib/link/status'
import { env } from '@/lib/platform/env'
import { readAddress, type ReadAddress } from './rules'

/** What is told about a pasted address. A genuine link: nothing that its own page does not show. */
export type Verdict =
  | { kind: 'genuine'; link: Pick<CheckoutLink, 'slug' | 'mode' | 'shop' | 'usageLimit'>; qrisNames: string[]; reason: ClosedReason | null }
  | { kind: 'missing' }
  | Exclude<ReadAddress, { kind: 'link' }>

/** Whether a pasted link or ID is one of this server's. */
export async function checkLink(pasted: string, at: Date): Promise<Verdict> {
  const read = readAddress(pasted, env().APP_URL)
  if (read.kind !== 'link') return read
  const link = await findCheckoutLink(read.slug)
  if (!link) return { kind: 'missing' }
  const { reason } = await linkStanding(link, at)
  const { slug, mode, shop, usageLimit } = link
  return { kind: 'genuine', link: { slug, mode, shop, usageLimit }, qrisNames: await findQrisNames(link), reason }
}

/** Of one that is closed too: whoever holds its last place asks before paying. */
const findQrisNames = async (link: CheckoutLink): Promise<string[]> =>
  link.mode === 'live' ? qrisNamesOf(choicesOf(link, await findAccountsInUse(link.merchantId))) : []
