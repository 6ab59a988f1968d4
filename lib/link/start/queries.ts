import 'server-only'
import { z } from 'zod'
import type { MerchantScope } from '@/lib/shop/scope'
import { nameOf } from '../edit/queries'
import { findLinkRecordById } from '../record/store'
import type { LinkContent } from './content'
import { freshContent } from './fresh-content'
import { inputOfLink } from './input-of-link'
import type { DroppedField } from './read-content'

export type CopiedLink = { id: string; name: string; content: LinkContent; dropped: (DroppedField | 'server')[] }

/**
 * Another link as the beginning of a new one: all but its IDs, its counts and what is past.
 * @param id as an address says it
 * @returns null for what is no link of this shop
 */
export async function findCopiedLink(scope: MerchantScope, id: unknown, now: { timeZone: string; at: Date; methods: readonly string[] }): Promise<CopiedLink | null> {
  const asked = z.uuid().safeParse(id)
  const link = asked.success ? await findLinkRecordById(scope, asked.data, now.at) : null
  if (!link) return null
  const { content, dropped } = freshContent({ content: inputOfLink(link, now), dropped: [] }, now)
  const { redirects, notificationUrls, customFields, metadata } = link
  const isFromServer = [redirects, notificationUrls, customFields, metadata].some((value) => value !== null)
  return { id: link.id, name: nameOf(link), content, dropped: isFromServer ? [...dropped, 'server'] : dropped }
}
