'use server'

import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { success, type Result } from '@/lib/platform/result'
import { previewLetter } from './preview-letter'
import { letterKeySchema, letterTextSchema, senderSchema, switchLetterSchema } from './schema'
import { deleteLetterText, switchLetter, updateSender, upsertLetterText } from './store'
import type { LetterPreview } from './views'

/** Read-only: a letter with these words, as its reader would see it. */
export async function previewLetterAction(input: unknown): Promise<Result<LetterPreview>> {
  return await sellerAction(input, letterTextSchema, async ({ scope }, text) => success(await previewLetter(scope, text, now())))
}

/** Saves a shop's own words for one letter in one language. */
export async function saveLetterAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, letterTextSchema, async ({ scope }, text) => {
    await upsertLetterText(scope, text, now())
    return success(null)
  })
}

/** Back to our own words. */
export async function resetLetterAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, letterKeySchema, async ({ scope }, key) => {
    await deleteLetterText(scope, key)
    return success(null)
  })
}

/** Whether customers are sent a letter at all. */
export async function switchLetterAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, switchLetterSchema, async ({ scope }, wish) => {
    await switchLetter(scope, wish)
    return success(null)
  })
}

/** Whose name letters to customers bear, and where answers go. */
export async function saveSenderAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, senderSchema, async ({ scope }, sender) => {
    await updateSender(scope, sender)
    return success(null)
  })
}
