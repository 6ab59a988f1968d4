'use server'

import { revalidatePath } from 'next/cache'
import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { success, type Result } from '@/lib/platform/result'
import { templateKeySchema, templateSchema } from './schema'
import { deleteTemplate, upsertTemplate } from './store'

/** Saves a shop's own words for one message in one language. */
export async function saveMessageAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, templateSchema, async ({ scope }, template) => {
    await upsertTemplate(scope, template, now())
    everyScreenSendsIt()
    return success(null)
  })
}

/** Back to our own words. */
export async function resetMessageAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, templateKeySchema, async ({ scope }, key) => {
    await deleteTemplate(scope, key)
    everyScreenSendsIt()
    return success(null)
  })
}

/** The frame of the dashboard hands the texts to every page, and is drawn once otherwise. */
const everyScreenSendsIt = () => revalidatePath('/', 'layout')
