import 'server-only'
import { Prisma } from '@/lib/database/client'
import { containsText, hasText } from '@/lib/database/text-search'
import { statusCondition } from '@/lib/link/list-condition'
import type { MerchantScope } from '@/lib/shop/scope'
import type { StoredTarget } from './views'

/** Which rows of `links` are meant, as the list shows them: deleted ones only by their status, or by name. */
export function targetCondition(scope: MerchantScope, target: StoredTarget, at: Date): Prisma.Sql {
  return Prisma.sql`merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND ${meant(target, at, containsText)}`
}

/**
 * As {@link targetCondition}, for who takes the next ones newest first until there are none left.
 * @param after the last one that was taken; left out rather than made true for the first: in a plan that PostgreSQL keeps,
 * an OR would read everything before it again every time
 */
export function nextCondition(scope: MerchantScope, target: StoredTarget, { after, at }: { after: { createdAt: Date; id: string } | null; at: Date }): Prisma.Sql {
  return Prisma.sql`merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND ${meant(target, at, hasText)}
    ${after ? Prisma.sql`AND (created_at, id) < (${after.createdAt}, ${after.id}::uuid)` : Prisma.empty}`
}

function meant(target: StoredTarget, at: Date, has: typeof hasText): Prisma.Sql {
  if ('ids' in target) return Prisma.sql`id = ANY(${target.ids}::uuid[])`
  if ('id' in target) return Prisma.sql`id = ${target.id}::uuid`
  if ('undo' in target) return Prisma.sql`id IN (SELECT link_id FROM bulk_change_links WHERE change_id = ${target.undo}::uuid)`
  const shown = target.status ? statusCondition(target.status, at) : Prisma.sql`state <> 'deleted'`
  // Links that are made while it runs are not meant.
  return Prisma.sql`${shown} AND created_at <= ${at} ${target.q ? Prisma.sql`AND ${has(target.q)}` : Prisma.empty}`
}
