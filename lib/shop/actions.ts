'use server'

import { cookies } from 'next/headers'
import { sellerAction } from '@/lib/http/action'
import { success, type Result } from '@/lib/platform/result'
import { redirectsSchema } from './redirect-url'
import { MODE_COOKIE, MODE_COOKIE_OPTIONS } from './mode'
import { shopCurrencySchema, shopProfileSchema, switchModeSchema } from './schema'
import { updateCurrency, updateRedirects, updateShop } from './store'

/** Saves the shop's profile. Its language is what customers are written to in: the seller's own screen keeps theirs. */
export async function updateShopAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, shopProfileSchema, async ({ scope }, profile) => {
    await updateShop(scope, profile)
    return success(null)
  })
}

export async function updateShopCurrencyAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, shopCurrencySchema, async ({ scope }, { currency }) => {
    await updateCurrency(scope, currency)
    return success(null)
  })
}

/** What this browser works on from now on: test or live. Changes nothing of the shop. */
export async function switchModeAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, switchModeSchema, async (_, { mode }) => {
    const jar = await cookies()
    jar.set(MODE_COOKIE, mode, MODE_COOKIE_OPTIONS)
    return success(null)
  })
}

/** Where customers go after paying; empty addresses are forgotten. */
export async function updateRedirectsAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, redirectsSchema, async ({ scope }, values) => {
    await updateRedirects(scope, Object.fromEntries(Object.entries(values).filter(([, url]) => url !== '')))
    return success(null)
  })
}
