import 'server-only'
import type { MerchantScope } from '@/lib/shop/scope'
import { freshContent } from '../start/fresh-content'
import { readContent } from '../start/read-content'
import { DEFAULT_FIELDS, type LinkDefaultsContent } from './content'
import { findStoredDefaults } from './store'

/** What the create form opens with, where the shop has decided so. Empty: nothing. @param methods ways to be paid that the shop has in this mode */
export async function findLinkDefaults(scope: MerchantScope, now: { timeZone: string; at: Date; methods: readonly string[] }): Promise<LinkDefaultsContent> {
  const { content } = freshContent(readContent(await findStoredDefaults(scope)), now)
  return Object.fromEntries(DEFAULT_FIELDS.flatMap((field) => (content[field] === undefined ? [] : [[field, content[field]]])))
}
