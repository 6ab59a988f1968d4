import 'server-only'
import { Prisma } from '@/lib/database/client'
import type { LinkStatus } from './status'

/**
 * {@link linkStatus} as a condition on a row of `links`, so that a filter can use an index.
 * A test holds the two against each other over every combination.
 */
export function statusCondition(status: LinkStatus, at: Date): Prisma.Sql {
  const left = Prisma.sql`(usage_limit IS NULL OR used_count < usage_limit)`
  const open = Prisma.sql`(expires_at IS NULL OR expires_at > ${at})`
  switch (status) {
    case 'deleted':
      return Prisma.sql`state = 'deleted'`
    case 'soldOut':
      return Prisma.sql`state <> 'deleted' AND used_count >= usage_limit`
    case 'expired':
      return Prisma.sql`state <> 'deleted' AND ${left} AND expires_at <= ${at}`
    case 'paused':
      return Prisma.sql`state = 'paused' AND ${left} AND ${open}`
    case 'scheduled':
      return Prisma.sql`state = 'active' AND ${left} AND ${open} AND starts_at > ${at}`
    case 'active':
      return Prisma.sql`state = 'active' AND ${left} AND ${open} AND (starts_at IS NULL OR starts_at <= ${at})`
  }
}
