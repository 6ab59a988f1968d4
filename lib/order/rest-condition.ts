import 'server-only'
import { Prisma } from '@/lib/database/client'

/** Whether a link was made for what is missing of an order: then its submission is that order. @param linkId a column */
export const isOfRest = (linkId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM links rest_link JOIN orders whole ON whole.id = rest_link.submission_id AND whole.merchant_id = rest_link.merchant_id AND whole.mode = rest_link.mode
  WHERE rest_link.id = ${linkId})`

/** The orders that brought what was missing of another, `rest`: paid, and not sent back whole. @param whole an alias of `orders` */
export const paidRestOf = (whole: Prisma.Sql): Prisma.Sql => Prisma.sql`links rest_link
  JOIN orders rest ON rest.link_id = rest_link.id AND rest.status IN ('paid', 'partially_refunded')
  WHERE rest_link.merchant_id = ${whole}.merchant_id AND rest_link.mode = ${whole}.mode AND rest_link.submission_id = ${whole}.id`

export const isRestPaid = (whole: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (SELECT FROM ${paidRestOf(whole)})`
