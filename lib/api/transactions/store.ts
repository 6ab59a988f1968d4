import 'server-only'
import { Prisma } from '@/lib/database/client'
import { sql, type Sql } from '@/lib/database/sql'
import { amountOf, requireCurrency } from '@/lib/money/money'
import type { TransactionFacts } from '@/lib/notification/facts'
import { refundFactsOf, refundsOfOrder, type RefundJson } from '@/lib/notification/store'
import { orderStatus, type OrderStatus } from '@/lib/order/status'
import { requireMethod } from '@/lib/order/store'
import { instructionsSchema } from '@/lib/payment/instructions'
import type { MerchantScope } from '@/lib/shop/scope'

export type Transaction = TransactionFacts & {
  /** What was refunded or is being refunded, in minor units. */
  claimed: number
}

type Row = {
  status: OrderStatus
  id: string
  orderId: string
  merchantId: string
  amount: bigint
  uniqueCode: number
  refundedAmount: bigint
  claimed: bigint
  currency: string
  paymentMethod: string
  instructions: unknown
  createdAt: Date
  expiresAt: Date
  paidAt: Date | null
  customFields: Record<string, string> | null
  metadata: unknown
  refunds: RefundJson[]
}

const ROW_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** What a link's order ID may be made of, with the suffix behind it. */
const ORDER_ID = /^[A-Za-z0-9._~-]{1,64}$/

/**
 * An order by its order ID (`<link order id>-<13 digits>`, never a UUID) or its transaction ID (the
 * row's id), whether or not its link is still there. An open one past its deadline is expired.
 */
export async function findTransaction(scope: MerchantScope, id: string, at: Date, on: Sql = sql): Promise<Transaction | null> {
  if (!ORDER_ID.test(id)) return null
  const [row] = await on.queryRows<Row>`
    SELECT o.status, o.id, o.order_id AS "orderId", o.merchant_id AS "merchantId", o.amount, o.unique_code AS "uniqueCode", o.refunded_amount AS "refundedAmount",
      o.refund_claimed_amount AS claimed, o.currency, o.payment_method AS "paymentMethod", o.instructions, o.created_at AS "createdAt",
      o.expires_at AS "expiresAt", o.paid_at AS "paidAt", l.custom_fields AS "customFields", l.metadata,
      ${refundsOfOrder()} AS refunds
    FROM orders o JOIN links l ON l.id = o.link_id
    WHERE o.merchant_id = ${scope.merchantId}::uuid AND o.mode = ${scope.mode}::mode
      AND ${ROW_ID.test(id) ? Prisma.sql`o.id = ${id}::uuid` : Prisma.sql`o.order_id = ${id}`}`
  return row ? transactionOf(row, at) : null
}

function transactionOf(row: Row, at: Date): Transaction {
  return {
    status: orderStatus(row, at),
    merchant: { id: row.merchantId },
    link: { customFields: row.customFields, metadata: row.metadata },
    order: {
      id: row.id,
      orderId: row.orderId,
      amount: amountOf(row.amount),
      uniqueCode: row.uniqueCode,
      currency: requireCurrency(row.currency),
      paymentMethod: requireMethod(row.paymentMethod),
      instructions: instructionsSchema.parse(row.instructions),
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      paidAt: row.paidAt,
      refundedAmount: amountOf(row.refundedAmount),
    },
    refunds: row.refunds.map(refundFactsOf),
    claimed: amountOf(row.claimed),
  }
}
