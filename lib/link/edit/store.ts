import 'server-only'
import { Prisma } from '@/lib/database/client'
import { queryRows } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import type { CustomerQuestions, LinkFieldChange, LinkItem, LinkRecord, OpenAmount, Redirects, SpecificCustomer } from '../views'

/** What a link was when the change was decided on; where it is something else by now, nothing is written. */
export type Seen = Pick<LinkRecord, 'id' | 'title' | 'items' | 'amount' | 'paymentMethods' | 'accountsOff' | 'startsAt'> & {
  isPaused: boolean
  /** Given: only while it is this version still, whatever the change. */
  onlyVersion?: number | undefined
}

/** New values; what is absent stays. */
export type LinkChangeSet = {
  title?: string | null
  description?: string | null
  /** `openAmount` given: whether the customer decides is changed too. */
  items?: { items: LinkItem[]; amount: number; openAmount?: OpenAmount | null }
  searchText?: string
  usageLimit?: number | null
  period?: { startsAt: Date | null; expiresAt: Date | null }
  paymentMethods?: string[]
  accountsOff?: string[]
  customer?: SpecificCustomer | null
  customerQuestions?: CustomerQuestions | null
  redirects?: Redirects | null
  /** By name; null takes one away. */
  customFields?: Record<string, string | null>
  metadata?: Record<string, unknown> | null
  /** By name; null takes one away. */
  apiDetails?: Record<string, unknown>
  isPaused?: boolean
}

/**
 * Changes a link and writes its events, in one statement, or does nothing. The row itself decides,
 * while it is locked: items and amount change only while nobody has paid or is paying, and no limit
 * falls below the places that are taken. So a customer who orders at that very moment gets the old
 * price and the change is refused, or the new price is there before them.
 * @param told what the history is to say of it
 * @returns whether the link changed
 */
export async function updateLinkRow(scope: MerchantScope, seen: Seen, change: LinkChangeSet, { at, told = [] }: { at: Date; told?: LinkFieldChange[] }): Promise<boolean> {
  const { title, description, items, searchText, usageLimit, period, paymentMethods, accountsOff, customer, customerQuestions, redirects, customFields, metadata, apiDetails, isPaused } = change
  const set = [
    Prisma.sql`updated_at = ${at}, version = version + 1`,
    ...(title === undefined ? [] : [Prisma.sql`title = ${title}`]),
    ...(description === undefined ? [] : [Prisma.sql`description = ${description}`]),
    ...(items?.openAmount === undefined ? [] : [rangeSet(items.openAmount)]),
    ...(items ? [Prisma.sql`items = ${JSON.stringify(items.items)}::jsonb, amount = ${BigInt(items.amount)}`] : []),
    ...(searchText === undefined ? [] : [Prisma.sql`search_text = ${searchText}`]),
    ...(usageLimit === undefined ? [] : [Prisma.sql`usage_limit = ${usageLimit}`]),
    ...(period ? [Prisma.sql`starts_at = ${period.startsAt}, expires_at = ${period.expiresAt}`] : []),
    ...(paymentMethods ? [Prisma.sql`payment_methods = ${paymentMethods}`] : []),
    ...(accountsOff ? [Prisma.sql`accounts_off = ${accountsOff}::uuid[]`] : []),
    ...(customer === undefined ? [] : [Prisma.sql`customer = ${customer && JSON.stringify(customer)}::jsonb`]),
    ...(customerQuestions === undefined ? [] : [Prisma.sql`customer_form = ${customerQuestions && JSON.stringify(customerQuestions)}::jsonb`]),
    ...(redirects === undefined ? [] : [Prisma.sql`redirects = ${redirects && JSON.stringify(redirects)}::jsonb`]),
    ...(customFields ? [Prisma.sql`custom_fields = ${merged(Prisma.sql`custom_fields`, customFields)}`] : []),
    ...(metadata === undefined ? [] : [Prisma.sql`metadata = ${metadata && JSON.stringify(metadata)}::jsonb`]),
    ...(apiDetails ? [Prisma.sql`api_details = ${merged(Prisma.sql`api_details`, apiDetails)}`] : []),
    ...(isPaused === undefined ? [] : [Prisma.sql`state = ${isPaused ? 'paused' : 'active'}::link_state`]),
  ]
  const conditions = [
    // The amount decides which methods and accounts can carry it, and the other way round.
    ...(items || paymentMethods || accountsOff ? [Prisma.sql`amount = ${BigInt(seen.amount)} AND payment_methods = ${seen.paymentMethods}::varchar[] AND accounts_off = ${[...seen.accountsOff]}::uuid[]`] : []),
    ...(items ? [Prisma.sql`used_count = 0 AND held_count = 0`] : []),
    ...(items && items.openAmount === undefined ? [Prisma.sql`minimum_amount IS NULL`] : []),
    ...(seen.onlyVersion === undefined ? [] : [Prisma.sql`version = ${seen.onlyVersion}`]),
    ...(searchText === undefined ? [] : [Prisma.sql`title IS NOT DISTINCT FROM ${seen.title} AND items = ${JSON.stringify(seen.items)}::jsonb`]),
    ...(usageLimit === undefined || usageLimit === null ? [] : [Prisma.sql`used_count + held_count <= ${usageLimit}`]),
    ...(period ? [Prisma.sql`starts_at IS NOT DISTINCT FROM ${seen.startsAt}`] : []),
    ...(isPaused === undefined ? [] : [Prisma.sql`state = ${seen.isPaused ? 'paused' : 'active'}::link_state`]),
  ]
  const events = [...(Object.keys(change).some((name) => name !== 'isPaused') ? ['edited'] : []), ...stateEvent(seen, isPaused)]
  const changed = await queryRows<{ id: string }>`
    WITH changed AS (
      UPDATE links SET ${Prisma.join(set, ', ')}
      WHERE id = ${seen.id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND state <> 'deleted'
        ${conditions.length > 0 ? Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}` : Prisma.empty}
      RETURNING id, merchant_id
    ), written AS (
      INSERT INTO link_events (merchant_id, link_id, type, actor_id, at, changes)
      SELECT merchant_id, id, type, ${scope.userId}, ${at}, CASE type WHEN 'edited' THEN ${told.length > 0 ? JSON.stringify(told) : null}::jsonb END FROM changed CROSS JOIN unnest(${events}::varchar[]) AS type
    )
    SELECT id FROM changed`
  return changed.length > 0
}

function rangeSet(openAmount: OpenAmount | null): Prisma.Sql {
  const { minimum, maximum, preset } = openAmount ?? { minimum: null, maximum: null, preset: null }
  return Prisma.sql`minimum_amount = ${minimum}::bigint, maximum_amount = ${maximum}::bigint, preset_amount = ${preset}::bigint`
}

function stateEvent({ isPaused: was }: Seen, isPaused: boolean | undefined): string[] {
  if (isPaused === undefined || isPaused === was) return []
  return [isPaused ? 'paused' : 'resumed']
}

/** The object in a column with some names set and some taken away; an empty one is none. */
function merged(column: Prisma.Sql, fields: Record<string, unknown>): Prisma.Sql {
  const entries = Object.entries(fields)
  const set = Object.fromEntries(entries.filter(([, value]) => value !== null))
  const removed = entries.filter(([, value]) => value === null).map(([name]) => name)
  return Prisma.sql`nullif((coalesce(${column}, '{}'::jsonb) || ${JSON.stringify(set)}::jsonb) - ${removed}::text[], '{}'::jsonb)`
}
