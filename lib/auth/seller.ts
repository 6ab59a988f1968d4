import 'server-only'
import { cache } from 'react'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { now } from '@/lib/platform/clock'
import { isMode, MODE_COOKIE } from '@/lib/shop/mode'
import { openShop } from '@/lib/shop/open-shop'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'
import type { Shop } from '@/lib/shop/store'
import { readSessionCookie } from './session-cookie'
import { findSessionOwner } from './store'

export type Seller = { scope: MerchantScope; shop: Shop; email: string }

/**
 * Who is signed in with this request; null for nobody. Asked once a request.
 * A user whose sign-up broke off before the shop was written gets it now.
 */
export const findSeller = cache(async (): Promise<Seller | null> => {
  const token = readSessionCookie(await cookies())
  const owner = token === null ? null : await findSessionOwner(token, now())
  if (!owner) return null
  const { userId, name, email } = owner
  const shop = owner.shop ?? (await openShop({ ownerId: userId, name }))
  const mode = (await cookies()).get(MODE_COOKIE)?.value
  return { scope: mintScope({ merchantId: shop.id, mode: isMode(mode) ? mode : 'test', userId }), shop, email }
})

/** For pages: strangers are sent to sign in. Protects nothing by itself: stores ask for the scope. */
export async function requireSeller(): Promise<Seller> {
  return (await findSeller()) ?? redirect('/sign-in')
}
