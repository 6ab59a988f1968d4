import 'server-only'
import { prisma } from '@/lib/database/client'
import { execute, queryRows } from '@/lib/database/sql'
import type { MerchantScope } from '../scope'
import { logoAddress } from './logo-address'
import { CUSTOM_FIELDS, type CustomFieldLabels, type ProfileValues } from './schema'
import type { ShopAddress, ShopProfileView } from './views'

const NO_ADDRESS: ShopAddress = { street: '', city: '', province: '', postalCode: '' }

export async function findProfile(scope: MerchantScope): Promise<ShopProfileView> {
  const row = await prisma.merchant.findUniqueOrThrow({
    where: { id: scope.merchantId },
    select: { slug: true, supportEmail: true, website: true, instagram: true, address: true, thankYou: true, accentColor: true, logo: true, customFieldLabels: true },
  })
  return {
    supportEmail: row.supportEmail ?? '',
    website: row.website ?? '',
    instagram: row.instagram ?? '',
    address: { ...NO_ADDRESS, ...(row.address as Partial<ShopAddress> | null) },
    thankYou: row.thankYou ?? '',
    accentColor: row.accentColor,
    logo: logoAddress(row),
    customFieldLabels: (row.customFieldLabels ?? {}) as CustomFieldLabels,
  }
}

export async function findCustomFieldLabels(scope: MerchantScope): Promise<CustomFieldLabels> {
  const row = await prisma.merchant.findUniqueOrThrow({ where: { id: scope.merchantId }, select: { customFieldLabels: true } })
  return (row.customFieldLabels ?? {}) as CustomFieldLabels
}

export async function updateProfile(scope: MerchantScope, { supportEmail, website, instagram, address, thankYou }: ProfileValues): Promise<void> {
  const told = Object.entries(address).filter(([, value]) => value !== '')
  await execute`
    UPDATE merchants SET support_email = nullif(${supportEmail}, ''), website = nullif(${website}, ''), instagram = nullif(${instagram}, ''),
      thank_you = nullif(${thankYou}, ''), address = ${told.length > 0 ? JSON.stringify(Object.fromEntries(told)) : null}::jsonb, updated_at = now()
    WHERE id = ${scope.merchantId}::uuid`
}

/** @param color `#rrggbb`; empty: ours */
export async function updateAccent(scope: MerchantScope, color: string): Promise<void> {
  await prisma.merchant.update({ where: { id: scope.merchantId }, data: { accentColor: color || null } })
}

export async function updateCustomFieldLabels(scope: MerchantScope, labels: Record<(typeof CUSTOM_FIELDS)[number], string>): Promise<void> {
  const named = CUSTOM_FIELDS.flatMap((name) => (labels[name] === '' ? [] : [[name, labels[name]]]))
  const kept = named.length > 0 ? JSON.stringify(Object.fromEntries(named)) : null
  await execute`UPDATE merchants SET custom_field_labels = ${kept}::jsonb, updated_at = now() WHERE id = ${scope.merchantId}::uuid`
}

/** Picture and version in one statement: nobody sees one without the other. */
export async function writeLogo(scope: MerchantScope, { png, sha256 }: { png: Buffer; sha256: string }, at: Date): Promise<void> {
  await execute`
    WITH kept AS (
      INSERT INTO shop_logos (merchant_id, png, sha256, at) VALUES (${scope.merchantId}::uuid, ${png}, ${sha256}, ${at})
      ON CONFLICT (merchant_id) DO UPDATE SET png = excluded.png, sha256 = excluded.sha256, at = excluded.at
    )
    UPDATE merchants SET logo = ${sha256}, updated_at = ${at} WHERE id = ${scope.merchantId}::uuid`
}

export async function eraseLogo(scope: MerchantScope): Promise<void> {
  await execute`
    WITH erased AS (DELETE FROM shop_logos WHERE merchant_id = ${scope.merchantId}::uuid)
    UPDATE merchants SET logo = NULL, updated_at = now() WHERE id = ${scope.merchantId}::uuid`
}

/** Public, like the payment page that shows it: by the shop's address. */
export async function findLogo(shopSlug: string): Promise<{ png: Buffer; sha256: string } | null> {
  const [row] = await queryRows<{ png: Buffer; sha256: string }>`
    SELECT l.png, l.sha256 FROM merchants m JOIN shop_logos l ON l.merchant_id = m.id WHERE m.slug = ${shopSlug}`
  return row ?? null
}
