'use server'

import { revalidatePath } from 'next/cache'
import { sellerAction } from '@/lib/http/action'
import { success, type Result } from '@/lib/platform/result'
import { accentSchema, customFieldLabelsSchema, nothingSchema, profileSchema } from './schema'
import { eraseLogo, updateAccent, updateCustomFieldLabels, updateProfile } from './store'

const saved = (): Result<null> => {
  revalidatePath('/settings')
  return success(null)
}

/** What customers are told about the shop. */
export async function saveProfileAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, profileSchema, async ({ scope }, profile) => {
    await updateProfile(scope, profile)
    return saved()
  })
}

/** The payment page's colour. */
export async function saveAccentAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, accentSchema, async ({ scope }, { color }) => {
    await updateAccent(scope, color)
    return saved()
  })
}

export async function removeLogoAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, nothingSchema, async ({ scope }) => {
    await eraseLogo(scope)
    return saved()
  })
}

/** What the seller calls the three fields that the API hands through. */
export async function saveCustomFieldLabelsAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, customFieldLabelsSchema, async ({ scope }, labels) => {
    await updateCustomFieldLabels(scope, labels)
    return saved()
  })
}
