import 'server-only'
import { Prisma } from '@/lib/database/client'
import type { MerchantScope } from '@/lib/shop/scope'
import { paidRestOf } from './rest-condition'

/**
 * `settledDifference` of a row of orders, in the words of the index `orders_with_difference`, but for rests that were paid.
 * The columns stand without a table's name, since searches call theirs otherwise: `whole` hands them in.
 */
export const isUnsettled = Prisma.sql`(expected_amount IS NOT NULL AND status IN ('paid', 'partially_refunded') AND (amount < expected_amount OR amount - refund_claimed_amount > expected_amount)
  AND (amount > expected_amount OR NOT EXISTS (SELECT FROM (SELECT id, merchant_id, mode) AS whole, ${paidRestOf(Prisma.sql`whole`)})))`

/** The order that had its money when this credit of the same amount came: the one that was paid last. @param credit an alias of `bank_credits` */
export const orderPaidBefore = (credit: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT paid.id FROM orders paid WHERE paid.account_id = ${credit}.account_id AND paid.amount = ${credit}.amount AND paid.mode = 'live' AND paid.paid_at IS NOT NULL
  ORDER BY paid.paid_at DESC, paid.id LIMIT 1)`

/** Whether the money of an order of the shop came once more, and waits for the seller. No bank knows of test mode. @param id a column */
export const cameTwice = ({ merchantId, mode }: MerchantScope, id: Prisma.Sql): Prisma.Sql => mode !== 'live' ? Prisma.sql`false` : Prisma.sql`(${id} = ANY(ARRAY(
  SELECT ${orderPaidBefore(Prisma.sql`twice`)} FROM bank_credits twice WHERE twice.merchant_id = (SELECT ${merchantId}::uuid) AND twice.state = 'open' AND twice.doubt = 'paidTwice')))`

/** Whether the bank took the money of an order of the shop back, and the seller has not looked at that yet. @param id a column */
export const wasTakenBack = ({ merchantId, mode }: MerchantScope, id: Prisma.Sql): Prisma.Sql => mode !== 'live' ? Prisma.sql`false` : Prisma.sql`(${id} = ANY(ARRAY(
  SELECT order_id FROM bank_credits back WHERE back.merchant_id = (SELECT ${merchantId}::uuid) AND back.state = 'reversed' AND back.doubt = 'reversedPaid')))`
