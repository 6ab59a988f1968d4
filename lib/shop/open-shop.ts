import 'server-only'
import { DEFAULT_TIME_ZONE } from './time-zones'
import type { Locale } from '@/lib/i18n/locales'
import { newRowId, readableId } from '@/lib/platform/ids'
import { findShopOfUser, insertShop, type Shop } from './store'

/** Gives a new user their shop. Its slug is the name as an address, made unique by a few characters. */
export async function openShop(wish: { ownerId: string; name: string; locale?: Locale; timeZone?: string }): Promise<Shop> {
  const { ownerId, name, locale = 'id', timeZone = DEFAULT_TIME_ZONE } = wish
  await insertShop({ ownerId, id: newRowId(Date.now()), name, slug: `${addressOf(name)}-${readableId(5)}`, locale, timeZone })
  const shop = await findShopOfUser(ownerId)
  if (!shop) throw new Error('the shop that was just written is not there')
  return shop
}

function addressOf(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
  return plain.slice(0, 40) || 'toko'
}
