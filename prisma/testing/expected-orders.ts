import { inTransaction, sql } from '@/lib/database/sql'
import { newRowId } from '@/lib/platform/ids'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'
import { makeLink, makeOrder, makeShop, NOON } from './factories'

/** A live shop with a bank account and a link that sells without end. */
export async function makeLiveShop(name?: string): Promise<{ scope: MerchantScope; accountId: string; slug: string }> {
  const shop = await makeShop(name)
  const { slug } = await makeLink(shop, { usageLimit: null })
  const scope = mintScope({ ...shop, mode: 'live' })
  return { scope, slug, accountId: await makeAccount(scope) }
}

export async function makeAccount({ merchantId }: MerchantScope, label = 'BCA Sari', bank = 'BCA'): Promise<string> {
  const id = newRowId(Date.now())
  await sql.execute`
    INSERT INTO receiving_accounts (id, merchant_id, kind, label, details, changed_at, created_at)
    VALUES (${id}::uuid, ${merchantId}::uuid, 'bank', ${label}, ${JSON.stringify({ kind: 'bank', bank, number: '1234567890', holder: 'Sari' })}::jsonb, ${NOON}, ${NOON})`
  return id
}

export type Expected = { amount: number; uniqueCode?: number; placedAt: Date; expiresAt: Date; heldUntil?: Date | null; needsMatching?: boolean; customerName?: string; status?: 'pending' | 'cancelled' }

/** A live order that expects an amount on an account, with its code held. */
export async function expectOrder({ slug, accountId }: { slug: string; accountId: string }, order: Expected): Promise<string> {
  const { id } = await makeOrder(slug, order.customerName ? { customer: { name: order.customerName, phone: '0812-3456-7890', email: '' } } : {}, order.placedAt)
  const { amount, uniqueCode = 0, expiresAt, heldUntil = null, needsMatching = false } = order
  await inTransaction(async (on) => {
    await on.execute`
      UPDATE orders SET mode = 'live', account_id = ${accountId}::uuid, amount = ${BigInt(amount)}, unique_code = ${uniqueCode}, expires_at = ${expiresAt}, needs_matching = ${needsMatching},
        payment_method = 'own_transfer' WHERE id = ${id}::uuid`
    if (!needsMatching) await on.execute`INSERT INTO payment_codes (order_id, account_id, amount, held_until) VALUES (${id}::uuid, ${accountId}::uuid, ${BigInt(amount)}, ${heldUntil})`
  })
  return id
}

export async function statusOf(id: string): Promise<string | undefined> {
  return (await sql.queryRows<{ status: string }>`SELECT status FROM orders WHERE id = ${id}::uuid`)[0]?.status
}
