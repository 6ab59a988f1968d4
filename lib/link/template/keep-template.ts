import 'server-only'
import { newRowId } from '@/lib/platform/ids'
import { invalid, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { findLinkRecordById } from '../record/store'
import { inputOfLink } from '../start/input-of-link'
import { readContent } from '../start/read-content'
import { insertTemplate, renameStoredTemplate, updateStoredTemplate } from './store'
import type { KeptTemplate } from './views'

/**
 * Keeps a form under a name. What does not fit the create form's rules is left out and told.
 * @returns `invalid` for a name that is taken, and when the shop has {@link MAX_TEMPLATES}
 */
export async function keepTemplate(scope: MerchantScope, { name, content: form }: { name: string; content: unknown }, at: Date): Promise<Result<KeptTemplate>> {
  const { content, dropped } = readContent(form)
  const id = newRowId(at.getTime())
  const outcome = await insertTemplate(scope, { id, name, content, at })
  if (outcome === 'written') return success({ id, dropped })
  return invalid({ name: outcome === 'nameTaken' ? 'templateNameTaken' : 'tooManyTemplates' })
}

/** A link's own values as a template. @returns not found for another shop's link */
export async function keepTemplateOfLink(scope: MerchantScope, { name, linkId }: { name: string; linkId: string }, { timeZone, at }: { timeZone: string; at: Date }): Promise<Result<KeptTemplate>> {
  const link = await findLinkRecordById(scope, linkId, at)
  return link ? await keepTemplate(scope, { name, content: inputOfLink(link, { timeZone }) }, at) : notFound()
}

export async function renameTemplate(scope: MerchantScope, { id, name }: { id: string; name: string }, at: Date): Promise<Result<null>> {
  const outcome = await renameStoredTemplate(scope, { id, name, at })
  if (outcome === 'written') return success(null)
  return outcome === 'nameTaken' ? invalid({ name: 'templateNameTaken' }) : notFound()
}

/** The template is what the form says now. */
export async function replaceTemplate(scope: MerchantScope, { id, content: form }: { id: string; content: unknown }, at: Date): Promise<Result<KeptTemplate>> {
  const { content, dropped } = readContent(form)
  return (await updateStoredTemplate(scope, { id, content, at })) ? success({ id, dropped }) : notFound()
}
