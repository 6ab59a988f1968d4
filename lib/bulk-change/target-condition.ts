import 'server-only'
import { Prisma } from '@/lib/database/client'
import { containsText } from '@/lib/database/text-search'
import { statusCondition } from '@/lib/link/list-condition'
import type { MerchantScope } from '@/lib/shop/scope'
import type { StoredTarget } from './views'

/** Which rows of `links` are meant, as the list shows them: deleted ones only by their status, or by name. */
export function targetCondition(scope: MerchantScope, target: StoredTarget, at: Date): Prisma.Sql {
  return Prisma.sql`merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND ${meant(target, at)}`
}

function meant(target: StoredTarget, at: Date): Prisma.Sql {
  if ('ids' in target) return Prisma.sql`id = ANY(${target.ids}::uuid[])`
  if ('id' in target) return Prisma.sql`id = ${target.id}::uuid`
  if ('undo' in target) return Prisma.sql`id IN (SELECT link_id FROM bulk_change_links WHERE change_id = ${target.undo}::uuid)`
  const shown = target.status ? statusCondition(target.status, at) : Prisma.sql`state <> 'deleted'`
  // Links that are made while it runs are not meant.
  return Prisma.sql`${shown} AND created_at <= ${at} ${target.q ? Prisma.sql`AND ${containsText(target.q)}` : Prisma.empty}`
}
