import 'server-only'
import { execute, queryRows } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import type { KeptPicture } from './picture'

/**
 * What a chat shows of a link, besides what the link says of itself. Nothing an order needs, so the
 * link's version stays; the card's own address changes, since it is made of these values.
 */

/** @returns whether the shop has such a link */
export async function updateCardPrice(scope: MerchantScope, { id, showsPrice }: { id: string; showsPrice: boolean }): Promise<boolean> {
  return (await execute`
    UPDATE links SET card_shows_price = ${showsPrice}
    WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode`) > 0
}

/** Puts a picture in the place of the one before. @returns whether the shop has such a link */
export async function writePicture(scope: MerchantScope, { id, picture, at }: { id: string; picture: KeptPicture; at: Date }): Promise<boolean> {
  const { jpeg, sha256 } = picture
  return (await execute`
    WITH link AS (
      UPDATE links SET card_picture = ${sha256}
      WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode RETURNING id, merchant_id
    )
    INSERT INTO link_pictures (link_id, merchant_id, jpeg, sha256, at) SELECT id, merchant_id, ${jpeg}::bytea, ${sha256}, ${at} FROM link
    ON CONFLICT (link_id) DO UPDATE SET jpeg = excluded.jpeg, sha256 = excluded.sha256, at = excluded.at`) > 0
}

/** @returns whether the shop has such a link; one without a picture stays as it is */
export async function erasePicture(scope: MerchantScope, id: string): Promise<boolean> {
  const links = await queryRows<{ id: string }>`
    WITH link AS (
      UPDATE links SET card_picture = NULL
      WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode RETURNING id
    ), erased AS (DELETE FROM link_pictures WHERE link_id IN (SELECT id FROM link))
    SELECT id FROM link`
  return links.length > 0
}

/** The address part of a shop's link; null when it has none. */
export async function findSlugOf(scope: MerchantScope, id: string): Promise<string | null> {
  const [row] = await queryRows<{ slug: string }>`
    SELECT slug FROM links WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode`
  return row?.slug ?? null
}
