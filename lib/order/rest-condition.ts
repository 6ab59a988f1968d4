import 'server-only'
import { Prisma } from '@/lib/database/client'

/** Whether a link was made for what is missing of an order: then its submission is that order. @param linkId a column */
export const isOfRest = (linkId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM links rest_link JOIN orders whole ON whole.id = rest_link.submission_id AND whole.merchant_id = rest_link.merchant_id AND whole.mode = rest_link.mode
  WHERE rest_link.id = ${linkId})`
