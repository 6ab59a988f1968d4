import 'server-only'
import { Prisma } from '@/lib/database/client'
import { sql, type Sql } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'

/** An order that ended so long ago that its shop keeps nothing private of it any more. Its last change is its end. */
const isDue = (at: Date) => Prisma.sql`
  o.status NOT IN ('pending', 'authorized', 'in_review') AND o.updated_at < ${at}::timestamptz - m.erase_after_days * interval '1 day'`

/** Pictures and notes, whoever's they are: the clock asks. @returns how many, and the names of the files whose rows are gone */
export async function eraseProofs(on: Sql, { at, limit }: { at: Date; limit: number }): Promise<{ count: number; names: string[] }> {
  const due = await on.queryRows<{ id: string; fileId: string | null }>`
    SELECT c.id, c.file_id AS "fileId" FROM payment_claims c JOIN orders o ON o.id = c.order_id JOIN merchants m ON m.id = c.merchant_id
    WHERE (c.file_id IS NOT NULL OR c.note IS NOT NULL) AND ${isDue(at)} ORDER BY c.sent_at LIMIT ${limit} FOR UPDATE OF c SKIP LOCKED`
  if (due.length === 0) return { count: 0, names: [] }
  await on.execute`
    UPDATE payment_claims SET note = NULL, file_id = NULL, erased_at = CASE WHEN file_id IS NULL THEN erased_at ELSE ${at}::timestamptz END WHERE id = ANY(${due.map(({ id }) => id)}::uuid[])`
  const files = due.flatMap(({ fileId }) => fileId ?? [])
  const gone = await on.queryRows<{ name: string }>`DELETE FROM stored_files WHERE id = ANY(${files}::uuid[]) RETURNING name`
  return { count: due.length, names: gone.map(({ name }) => name) }
}

/** @returns how many */
export async function eraseAddresses(on: Sql, { at, limit }: { at: Date; limit: number }): Promise<number> {
  return await on.execute`
    UPDATE orders SET shipping_address = NULL WHERE id IN (
      SELECT o.id FROM orders o JOIN merchants m ON m.id = o.merchant_id
      WHERE o.shipping_address IS NOT NULL AND ${isDue(at)} ORDER BY o.updated_at LIMIT ${limit} FOR UPDATE OF o SKIP LOCKED)`
}

export async function findEraseAfterDays(scope: MerchantScope): Promise<number> {
  const [row] = await sql.queryRows<{ days: number }>`SELECT erase_after_days AS days FROM merchants WHERE id = ${scope.merchantId}::uuid`
  if (!row) throw new Error('no shop')
  return row.days
}

export async function updateEraseAfterDays(scope: MerchantScope, days: number): Promise<void> {
  await sql.execute`UPDATE merchants SET erase_after_days = ${days}, updated_at = now() WHERE id = ${scope.merchantId}::uuid`
}
