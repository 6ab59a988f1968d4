import 'server-only'
import { execute, queryRows } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'

/** By the shop's id: for its own sellers, and for the job that sends its messages. */
export async function findSealedProvider({ merchantId }: Pick<MerchantScope, 'merchantId'>): Promise<string | null> {
  const [row] = await queryRows<{ sealed: string }>`SELECT sealed FROM sms_providers WHERE merchant_id = ${merchantId}::uuid`
  return row?.sealed ?? null
}

export async function hasProvider(scope: MerchantScope): Promise<boolean> {
  return (await queryRows`SELECT 1 FROM sms_providers WHERE merchant_id = ${scope.merchantId}::uuid`).length > 0
}

export async function upsertProvider(scope: MerchantScope, sealed: string, at: Date): Promise<void> {
  await execute`
    INSERT INTO sms_providers (merchant_id, sealed, updated_at) VALUES (${scope.merchantId}::uuid, ${sealed}, ${at})
    ON CONFLICT (merchant_id) DO UPDATE SET sealed = excluded.sealed, updated_at = excluded.updated_at`
}

export async function deleteProvider(scope: MerchantScope): Promise<void> {
  await execute`DELETE FROM sms_providers WHERE merchant_id = ${scope.merchantId}::uuid`
}
