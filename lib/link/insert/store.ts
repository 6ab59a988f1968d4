import 'server-only'
import { Prisma } from '@/lib/database/client'
import { sql, violatedUnique, type Sql } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import type { NewLink } from '../views'

/** Writing new links: alone, or as a part of a statement that writes several. */

/** The unique indexes of `links`, and what each says when it refuses a row. */
const TAKEN_BY: Record<string, Exclude<InsertOutcome, 'inserted'> | undefined> = {
  links_merchant_id_submission_id_key: 'submittedBefore',
  links_merchant_id_mode_order_id_key: 'orderIdTaken',
  links_slug_key: 'slugTaken',
}

export type InsertOutcome = 'inserted' | 'orderIdTaken' | 'slugTaken' | 'submittedBefore'

/**
 * Writes a link and its first event in one statement. Which ID was taken is the database's word,
 * so two browsers that race for one cannot both win.
 * @param on the transaction that it belongs to; a refusal ends it
 */
export async function insertLink(scope: MerchantScope, link: NewLink, on: Sql = sql): Promise<InsertOutcome> {
  try {
    await on.execute`
      WITH asked AS (
        SELECT * FROM json_to_recordset(${JSON.stringify([linkRecord(scope, link)])}::json) AS asked (${LINK_FIELDS})
      ), made AS (${insertLinksFrom(Prisma.sql`asked`)})
      ${insertFirstEvents}`
    return 'inserted'
  } catch (error) {
    const taken = TAKEN_BY[violatedUnique(error) ?? '']
    if (!taken) throw error
    return taken
  }
}

/** What a statement is told of a new link, in the names of the table's columns: see {@link LINK_FIELDS}. */
export const linkRecord = (scope: MerchantScope, link: NewLink) => ({
  id: link.id, merchant_id: scope.merchantId, mode: scope.mode, order_id: link.orderId, slug: link.slug, title: link.title, description: link.description,
  amount: link.amount, currency: link.currency, items: link.items, usage_limit: link.usageLimit, starts_at: link.startsAt, expires_at: link.expiresAt,
  payment_methods: link.paymentMethods, accounts_off: link.accountsOff ?? [], customer: link.customer, search_text: link.searchText, submission_id: link.submissionId,
  minimum_amount: link.openAmount?.minimum, maximum_amount: link.openAmount?.maximum, preset_amount: link.openAmount?.preset,
  customer_form: link.customerQuestions, redirects: link.redirects, notification_urls: link.notificationUrls, custom_fields: link.customFields,
  metadata: link.metadata, api_details: link.apiDetails, created_at: link.createdAt, updated_at: link.createdAt, actor_id: scope.userId,
})

/** The types of {@link linkRecord}'s fields, for `json_to_recordset`. What is absent or null there is SQL's NULL here. */
export const LINK_FIELDS = Prisma.sql`id uuid, merchant_id uuid, mode mode, order_id text, slug text, title text, description text, amount bigint, currency text,
  items jsonb, usage_limit int, starts_at timestamptz, expires_at timestamptz, payment_methods text[], accounts_off uuid[], customer jsonb, search_text text, submission_id uuid,
  minimum_amount bigint, maximum_amount bigint, preset_amount bigint, customer_form jsonb, redirects jsonb, notification_urls jsonb, custom_fields jsonb,
  metadata jsonb, api_details jsonb, created_at timestamptz, updated_at timestamptz, actor_id text`

const COLUMNS = Prisma.sql`id, merchant_id, mode, order_id, slug, title, description, amount, currency, items, usage_limit, starts_at, expires_at, payment_methods,
  accounts_off, customer, search_text, submission_id, minimum_amount, maximum_amount, preset_amount, customer_form, redirects, notification_urls, custom_fields, metadata,
  api_details, created_at, updated_at`

/**
 * To stand as `made` in a statement.
 * @param records what has {@link LINK_FIELDS}
 * @param whenTaken absent: a taken ID is an error of the whole statement
 */
export const insertLinksFrom = (records: Prisma.Sql, whenTaken: Prisma.Sql = Prisma.empty): Prisma.Sql =>
  Prisma.sql`INSERT INTO links (${COLUMNS}) SELECT ${COLUMNS} FROM ${records} ${whenTaken} RETURNING id`

/** The first events of the links that `made` wrote of what was `asked`. */
export const insertFirstEvents = Prisma.sql`
  INSERT INTO link_events (merchant_id, link_id, type, actor_id, at)
  SELECT merchant_id, id, 'created', actor_id, created_at FROM asked JOIN made USING (id)`
