import 'server-only'
import { cache } from 'react'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { openShop } from '@/lib/shop/open-shop'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'
import { findShopOfUser, type Shop } from '@/lib/shop/store'
import { auth } from './auth'

export type Seller = { scope: MerchantScope; shop: Shop; email: string }

/**
 * Who is signed in with this request; null for nobody. Asked once a request.
 * A user whose sign-up broke off before the shop was written gets it now.
 */
export const findSeller = cache(async (): Promise<Seller | null> => {
  const session = await auth().api.getSession({ headers: await headers(), query: { disableRefresh: true } })
  if (!session) return null
  const { id, name, email } = session.user
  const shop = (await findShopOfUser(id)) ?? (await openShop({ ownerId: id, name }))
  // Live mode opens with the first rail that moves money; until then every shop is in test mode.
  return { scope: mintScope({ merchantId: shop.id, mode: 'test', userId: id }), shop, email }
})

/** For pages: strangers are sent to sign in. Protects nothing by itself: stores ask for the scope. */
export async function requireSeller(): Promise<Seller> {
  return (await findSeller()) ?? redirect('/sign-in')
}
