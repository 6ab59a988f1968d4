import 'server-only'
import { execute, queryRows } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import type { TemplateKey, TemplateValues } from './schema'

/** What the shop wrote itself; messages without a row are sent in our words. */
export async function listTemplates(scope: MerchantScope): Promise<TemplateValues[]> {
  return await queryRows<TemplateValues>`
    SELECT kind, locale, body FROM message_templates WHERE merchant_id = ${scope.merchantId}::uuid`
}

export async function upsertTemplate(scope: MerchantScope, { kind, locale, body }: TemplateValues, at: Date): Promise<void> {
  await execute`
    INSERT INTO message_templates (merchant_id, kind, locale, body, updated_at) VALUES (${scope.merchantId}::uuid, ${kind}, ${locale}, ${body}, ${at})
    ON CONFLICT (merchant_id, kind, locale) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at`
}

/** Back to our own words; no row is no error. */
export async function deleteTemplate(scope: MerchantScope, { kind, locale }: TemplateKey): Promise<void> {
  await execute`DELETE FROM message_templates WHERE merchant_id = ${scope.merchantId}::uuid AND kind = ${kind} AND locale = ${locale}`
}
