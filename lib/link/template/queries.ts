import 'server-only'
import type { MerchantScope } from '@/lib/shop/scope'
import { freshContent } from '../start/fresh-content'
import { readContent } from '../start/read-content'
import { listStoredTemplates } from './store'
import type { LinkTemplateView } from './views'

/** Each as it can fill the create form now. @param methods ways to be paid that the shop has in this mode */
export async function listTemplates(scope: MerchantScope, now: { timeZone: string; at: Date; methods: readonly string[] }): Promise<LinkTemplateView[]> {
  const stored = await listStoredTemplates(scope)
  return stored.map(({ id, name, content }) => ({ id, name, ...freshContent(readContent(content), now) }))
}
