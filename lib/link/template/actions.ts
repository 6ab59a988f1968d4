'use server'

import { z } from 'zod'
import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { notFound, success, type Result } from '@/lib/platform/result'
import { listOffers } from '@/lib/receiving/queries'
import { keepTemplate, keepTemplateOfLink, renameTemplate, replaceTemplate } from './keep-template'
import { listTemplates } from './queries'
import { renameTemplateSchema, saveTemplateOfLinkSchema, saveTemplateSchema, templateIdSchema, updateTemplateSchema } from './schema'
import { deleteStoredTemplate } from './store'
import type { KeptTemplate, LinkTemplateView } from './views'

/** Read-only: the templates of the create form. */
export async function listTemplatesAction(input: unknown): Promise<Result<LinkTemplateView[]>> {
  return await sellerAction(input, z.strictObject({}), async ({ scope, shop }) => {
    const methods = (await listOffers(scope)).map(({ method }) => method)
    return success(await listTemplates(scope, { timeZone: shop.timeZone, at: now(), methods }))
  })
}

export async function saveTemplateAction(input: unknown): Promise<Result<KeptTemplate>> {
  return await sellerAction(input, saveTemplateSchema, ({ scope }, wish) => keepTemplate(scope, wish, now()))
}

export async function saveTemplateOfLinkAction(input: unknown): Promise<Result<KeptTemplate>> {
  return await sellerAction(input, saveTemplateOfLinkSchema, ({ scope, shop }, wish) => keepTemplateOfLink(scope, wish, { timeZone: shop.timeZone, at: now() }))
}

export async function renameTemplateAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, renameTemplateSchema, ({ scope }, wish) => renameTemplate(scope, wish, now()))
}

/** The template is what the form says now. */
export async function updateTemplateAction(input: unknown): Promise<Result<KeptTemplate>> {
  return await sellerAction(input, updateTemplateSchema, ({ scope }, wish) => replaceTemplate(scope, wish, now()))
}

export async function deleteTemplateAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, templateIdSchema, async ({ scope }, { id }) => ((await deleteStoredTemplate(scope, id)) ? success(null) : notFound()))
}
