import 'server-only'
import { Prisma } from '@/lib/database/client'
import { sql, type Sql } from '@/lib/database/sql'
import { amountOf } from '@/lib/money/money'
import type { MerchantScope } from '@/lib/shop/scope'
import { receivingDetailsSchema } from './schema'
import type { ReceivingAccount } from './views'

export type Row = {
  id: string
  label: string
  details: unknown
  isOn: boolean
  minimumAmount: bigint | null
  maximumAmount: bigint | null
  changedAt: Date
  createdAt: Date
}

export const columns = Prisma.sql`
  id, label, details, is_on AS "isOn", minimum_amount AS "minimumAmount", maximum_amount AS "maximumAmount", changed_at AS "changedAt", created_at AS "createdAt"`

/** The shop's ways to be paid, oldest first, on and off; deleted ones are gone. */
export async function listReceivingAccounts(scope: MerchantScope): Promise<ReceivingAccount[]> {
  const rows = await sql.queryRows<Row>`
    SELECT ${columns} FROM receiving_accounts WHERE merchant_id = ${scope.merchantId}::uuid AND deleted_at IS NULL ORDER BY created_at, id`
  return rows.map(accountOf)
}

/** What customers of a shop can pay to right now, for the payment page: nobody is signed in there. */
export async function findAccountsInUse(merchantId: string, on: Sql = sql): Promise<ReceivingAccount[]> {
  const rows = await on.queryRows<Row>`
    SELECT ${columns} FROM receiving_accounts WHERE merchant_id = ${merchantId}::uuid AND deleted_at IS NULL AND is_on ORDER BY created_at, id`
  return rows.map(accountOf)
}

export function accountOf({ details, minimumAmount, maximumAmount, ...row }: Row): ReceivingAccount {
  const limit = (amount: bigint | null) => (amount === null ? null : amountOf(amount))
  return { ...row, details: receivingDetailsSchema.parse(details), minimumAmount: limit(minimumAmount), maximumAmount: limit(maximumAmount) }
}
