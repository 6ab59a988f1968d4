import { hashPassword } from 'better-auth/crypto'
import { prisma } from '@/lib/database/client'
import { newRowId } from '@/lib/platform/ids'
import { openShop } from '@/lib/shop/open-shop'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'
import type { Locale } from '@/lib/i18n/locales'

export type Account = { userId: string; scope: MerchantScope }

/** An account as signing up makes it (better-auth's rows, its own hash), for the demo shop and for tests. */
export async function makeAccount(wish: { email: string; password: string; shopName: string; locale?: Locale }): Promise<Account> {
  const { email, password, shopName, locale = 'id' } = wish
  const userId = newRowId(Date.now())
  await prisma.user.create({
    data: {
      id: userId,
      name: shopName,
      email,
      accounts: { create: { id: newRowId(Date.now()), accountId: userId, providerId: 'credential', issuer: 'local:credential', password: await hashPassword(password) } },
    },
  })
  const shop = await openShop({ ownerId: userId, name: shopName, locale })
  return { userId, scope: mintScope({ merchantId: shop.id, mode: 'test', userId }) }
}
