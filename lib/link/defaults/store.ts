import 'server-only'
import { execute, queryRows } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import type { LinkDefaultsContent } from './content'

/** As it was written; null: the shop has decided nothing. */
export async function findStoredDefaults(scope: MerchantScope): Promise<unknown> {
  const [row] = await queryRows<{ content: unknown }>`SELECT content FROM link_defaults WHERE merchant_id = ${scope.merchantId}::uuid`
  return row?.content ?? null
}

export async function upsertDefaults(scope: MerchantScope, content: LinkDefaultsContent, at: Date): Promise<void> {
  await execute`
    INSERT INTO link_defaults (merchant_id, content, updated_at) VALUES (${scope.merchantId}::uuid, ${JSON.stringify(content)}::jsonb, ${at})
    ON CONFLICT (merchant_id) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at`
}
