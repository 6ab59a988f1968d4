import 'server-only'
import { Prisma } from '@/lib/database/client'
import { sql, type Sql } from '@/lib/database/sql'
import { amountOf } from '@/lib/money/money'
import type { MerchantScope } from '@/lib/shop/scope'
import { receivingDetailsSchema } from './schema'
import type { AccountState, AccountWithHistory, ReceivingAccount, ReceivingDetails, ReceivingEventType } from './views'

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

type EventRow = { type: ReceivingEventType; at: string; by: string | null; before: AccountState | null; now: AccountState | null }

export const columns = Prisma.sql`
  id, label, details, is_on AS "isOn", minimum_amount AS "minimumAmount", maximum_amount AS "maximumAmount", changed_at AS "changedAt", created_at AS "createdAt"`

const ownAndThere = ({ merchantId }: MerchantScope) => Prisma.sql`merchant_id = ${merchantId}::uuid AND deleted_at IS NULL`

const HISTORY_LENGTH = 20

/** The shop's ways to be paid, oldest first, on and off; deleted ones are gone. */
export async function listReceivingAccounts(scope: MerchantScope, on: Sql = sql): Promise<ReceivingAccount[]> {
  const rows = await on.queryRows<Row>`SELECT ${columns} FROM receiving_accounts WHERE ${ownAndThere(scope)} ORDER BY created_at, id`
  return rows.map(accountOf)
}

/** As {@link listReceivingAccounts}, each with who changed what, the last first. */
export async function listAccountsWithHistory(scope: MerchantScope): Promise<AccountWithHistory[]> {
  const rows = await sql.queryRows<Row & { events: EventRow[] }>`
    SELECT ${columns}, (SELECT coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'at', e.at, 'by', u.email, 'before', e.details->'before', 'now', e.details->'now') ORDER BY e.id DESC), '[]')
      FROM (SELECT * FROM receiving_account_events WHERE account_id = receiving_accounts.id ORDER BY id DESC LIMIT ${HISTORY_LENGTH}) e LEFT JOIN users u ON u.id = e.actor_id) AS events
    FROM receiving_accounts WHERE ${ownAndThere(scope)} ORDER BY created_at, id`
  return rows.map(({ events, ...row }) => ({ ...accountOf(row), events: events.map((event) => ({ ...event, at: new Date(event.at) })) }))
}

/** What customers of a shop can pay to right now, for the payment page: nobody is signed in there. */
export async function findAccountsInUse(merchantId: string, on: Sql = sql): Promise<ReceivingAccount[]> {
  const rows = await on.queryRows<Row>`
    SELECT ${columns} FROM receiving_accounts WHERE merchant_id = ${merchantId}::uuid AND deleted_at IS NULL AND is_on ORDER BY created_at, id`
  return rows.map(accountOf)
}

export async function findAccount(scope: MerchantScope, id: string): Promise<ReceivingAccount | null> {
  const [row] = await sql.queryRows<Row>`SELECT ${columns} FROM receiving_accounts WHERE id = ${id}::uuid AND ${ownAndThere(scope)}`
  return row ? accountOf(row) : null
}

/** Until the end of the transaction, nobody else changes it. */
export async function lockAccount(on: Sql, scope: MerchantScope, id: string): Promise<ReceivingAccount | null> {
  const [row] = await on.queryRows<Row>`SELECT ${columns} FROM receiving_accounts WHERE id = ${id}::uuid AND ${ownAndThere(scope)} FOR UPDATE`
  return row ? accountOf(row) : null
}

/** Until the end of the transaction, nobody else adds one to this shop. */
export async function lockReceiving(on: Sql, { merchantId }: MerchantScope): Promise<void> {
  await on.execute`SELECT pg_advisory_xact_lock(hashtextextended(${`receiving accounts ${merchantId}`}, 0))`
}

export async function insertAccount(on: Sql, { merchantId }: MerchantScope, account: AccountState & { id: string; at: Date }): Promise<void> {
  const { id, label, details, isOn, minimumAmount, maximumAmount, at } = account
  await on.execute`
    INSERT INTO receiving_accounts (id, merchant_id, kind, label, details, is_on, minimum_amount, maximum_amount, changed_at, created_at)
    VALUES (${id}::uuid, ${merchantId}::uuid, ${details.kind}::receiving_kind, ${label}, ${stored(details)}::jsonb, ${isOn}, ${minimumAmount}, ${maximumAmount}, ${at}, ${at})`
}

/** Writes an account as it is from now on, one that {@link lockAccount} gave. */
export async function updateAccountRow(on: Sql, scope: MerchantScope, account: AccountState & { id: string; changedAt: Date }): Promise<void> {
  const { id, label, details, isOn, minimumAmount, maximumAmount, changedAt } = account
  await on.execute`
    UPDATE receiving_accounts SET label = ${label}, details = ${stored(details)}::jsonb, is_on = ${isOn}, minimum_amount = ${minimumAmount}, maximum_amount = ${maximumAmount}, changed_at = ${changedAt}
    WHERE id = ${id}::uuid AND ${ownAndThere(scope)}`
}

/** Orders that were paid to it keep their row. */
export async function markDeleted(on: Sql, scope: MerchantScope, id: string, at: Date): Promise<void> {
  await on.execute`UPDATE receiving_accounts SET deleted_at = ${at} WHERE id = ${id}::uuid AND ${ownAndThere(scope)}`
}

type NewEvent = { accountId: string; type: ReceivingEventType; before: AccountState | null; now: AccountState | null; at: Date }

export async function insertAccountEvent(on: Sql, { merchantId, userId }: MerchantScope, event: NewEvent): Promise<void> {
  const { accountId, type, before, now, at } = event
  await on.execute`
    INSERT INTO receiving_account_events (merchant_id, account_id, type, actor_id, details, at)
    VALUES (${merchantId}::uuid, ${accountId}::uuid, ${type}, ${userId}, ${JSON.stringify({ before, now })}::jsonb, ${at})`
}

const stored = (details: ReceivingDetails): string => JSON.stringify(details)

export function accountOf({ details, minimumAmount, maximumAmount, ...row }: Row): ReceivingAccount {
  const limit = (amount: bigint | null) => (amount === null ? null : amountOf(amount))
  return { ...row, details: receivingDetailsSchema.parse(details), minimumAmount: limit(minimumAmount), maximumAmount: limit(maximumAmount) }
}
