import 'server-only'
import { Prisma, prisma } from '@/lib/database/client'
import { execute, inTransaction, queryRows, type Sql } from '@/lib/database/sql'
import { enqueue, insertJobs } from '@/lib/job/enqueue'
import { decodeCursor, encodeCursor } from '@/lib/platform/cursor'
import type { Mode, MerchantScope } from '@/lib/shop/scope'
import type { EmailState, EmailTemplate, OutboxFilter } from './schema'
import type { EmailDetails, EmailPage, EmailSummary } from './views'

const PAGE_SIZE = 50

export type NewEmail = {
  id: string
  /** Null for what belongs to an account, not to a shop: no outbox shows it. */
  shop: { merchantId: string; mode: Mode } | null
  linkId: string | null
  orderId: string | null
  template: EmailTemplate
  locale: string
  dedupeKey: string
  to: string
  subject: string
  html: string
  text: string
  at: Date
}

/**
 * Writes messages and the jobs that send them, in one statement of the caller's transaction. What
 * was written before under the same key stays as it is, and gets no second job.
 * @returns how many are new
 */
export async function insertEmails(sql: Sql, emails: readonly NewEmail[]): Promise<number> {
  if (emails.length === 0) return 0
  const rows = emails.map(({ shop, at, ...email }) => ({ ...email, merchantId: shop?.merchantId ?? null, mode: shop?.mode ?? null, at: at.toISOString() }))
  return await sql.execute`
    WITH written AS (
      INSERT INTO email_messages (id, merchant_id, mode, link_id, order_id, template, locale, dedupe_key, "to", subject, html, text, created_at)
      SELECT id, "merchantId", mode, "linkId", "orderId", template, locale, "dedupeKey", "to", subject, html, text, at
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS email (id uuid, "merchantId" uuid, mode mode, "linkId" uuid, "orderId" uuid, template text,
        locale text, "dedupeKey" text, "to" text, subject text, html text, text text, at timestamptz)
      ON CONFLICT (dedupe_key) DO NOTHING RETURNING id
    )
    ${insertJobs('email', Prisma.sql`SELECT jsonb_build_object('messageId', id::text) AS data FROM written`)}`
}

/** How often each of these addresses was told how to pay since then, by whichever shop. */
export async function countInstructions(sql: Sql, addresses: readonly string[], since: Date): Promise<Map<string, number>> {
  if (addresses.length === 0) return new Map()
  const rows = await sql.queryRows<{ to: string; count: number }>`
    SELECT "to", count(*)::int AS count FROM email_messages
    WHERE "to" = ANY(${addresses}) AND template = 'paymentInstructions' AND created_at > ${since} GROUP BY "to"`
  return new Map(rows.map(({ to, count }) => [to, count]))
}

/** Everybody who signs in to these shops. Asked by jobs for the shops whose events they hold. */
export async function listSellerAddresses(sql: Sql, merchantIds: readonly string[]): Promise<Map<string, string[]>> {
  if (merchantIds.length === 0) return new Map()
  const rows = await sql.queryRows<{ merchantId: string; addresses: string[] }>`
    SELECT b.merchant_id AS "merchantId", array_agg(u.email ORDER BY b.created_at, u.id) AS addresses
    FROM members b JOIN users u ON u.id = b.user_id WHERE b.merchant_id = ANY(${merchantIds}::uuid[]) GROUP BY b.merchant_id`
  return new Map(rows.map(({ merchantId, addresses }) => [merchantId, addresses]))
}

export type Letterhead = { name: string; phone: string | null; locale: string; timeZone: string }

/** What a shop's letters bear; by id, for use cases that have checked whose it is and for jobs. */
export async function findLetterhead(sql: Sql, merchantId: string): Promise<Letterhead | null> {
  const [row] = await sql.queryRows<Letterhead>`SELECT name, phone, locale, time_zone AS "timeZone" FROM merchants WHERE id = ${merchantId}::uuid`
  return row ?? null
}

/** A customer is reminded when so much of the time to pay is left: a quarter, three hours at most. */
const WARNING_SHARE = 0.25
const WARNING_AT_MOST = '3 hours'
/** Whoever has to pay within two hours has just been told. */
const WARNED_FROM = '2 hours'

/**
 * The events that placed orders which will soon run out of time, unpaid and not yet reminded, whoever's
 * they are: only the clock asks. Walks the index of open orders by deadline.
 */
export async function listOrdersToWarnAbout(sql: Sql, { at, limit }: { at: Date; limit: number }): Promise<string[]> {
  const rows = await sql.queryRows<{ eventId: bigint }>`
    SELECT e.id AS "eventId" FROM orders o JOIN order_events e ON e.order_id = o.id AND e.type = 'placed'
    WHERE o.status IN ('pending', 'authorized') AND o.expires_at > ${at} AND o.expires_at <= ${at}::timestamptz + ${WARNING_AT_MOST}::interval
      AND o.status = 'pending' AND o.payment_method <> 'cod' AND o.customer_email IS NOT NULL
      AND o.expires_at - o.created_at > ${WARNED_FROM}::interval
      AND o.expires_at - ${at}::timestamptz <= (o.expires_at - o.created_at) * ${WARNING_SHARE}::float8
      AND NOT EXISTS (SELECT 1 FROM email_messages m WHERE m.dedupe_key = 'expiryWarning:' || o.id)
      AND NOT EXISTS (SELECT 1 FROM reminder_settings r WHERE r.merchant_id = o.merchant_id AND NOT r.warns_orders)
    ORDER BY o.expires_at LIMIT ${limit}`
  return rows.map(({ eventId }) => String(eventId))
}

export type OutgoingEmail = {
  id: string
  template: EmailTemplate
  to: string
  subject: string
  html: string
  text: string
  attemptCount: number
  /** Whose name the sender bears; null for messages of the product itself. */
  shopName: string | null
  /** How the shop signs letters to its customers, and where they answer. */
  senderName: string | null
  replyTo: string | null
  customerEmail: string | null
  /** It asks to pay an order or link that can no longer be paid, or needs no paying any more. */
  isOutdated: boolean
}

/** Counts an attempt and reads what to send, by id: only the job that was written with it asks. Null when it is not (or no longer) waiting. */
export async function beginAttempt(id: string, at: Date): Promise<OutgoingEmail | null> {
  const [row] = await queryRows<OutgoingEmail>`
    UPDATE email_messages m SET attempt_count = m.attempt_count + 1
    FROM email_messages old LEFT JOIN merchants s ON s.id = old.merchant_id LEFT JOIN orders o ON o.id = old.order_id
      LEFT JOIN links l ON l.id = old.link_id AND old.template IN ('linkCreated', 'linkReminder')
    WHERE m.id = ${id}::uuid AND old.id = m.id AND m.state = 'pending'
    RETURNING m.id, m.template, m."to", m.subject, m.html, m.text, m.attempt_count AS "attemptCount", s.name AS "shopName", s.sender_name AS "senderName",
      coalesce(s.reply_to, s.support_email) AS "replyTo", o.customer_email AS "customerEmail",
      coalesce(m.template IN ('paymentInstructions', 'expiryWarning', 'paymentReminder') AND (o.status <> 'pending' OR o.expires_at <= ${at}), false)
        OR coalesce(l.state <> 'active' OR l.expires_at <= ${at} OR l.used_count >= l.usage_limit OR (m.template = 'linkReminder' AND l.used_count > 0), false) AS "isOutdated"`
  return row ?? null
}

export type Ending = { state: 'sent'; at: Date } | { state: 'kept' | 'failed'; reason: string | null }

/**
 * Ends a message that is still waiting. What belongs to no shop holds a secret (a reset link): its
 * text goes as soon as nothing more will be sent.
 */
export async function endEmail(id: string, ending: Ending): Promise<void> {
  await execute`
    UPDATE email_messages SET state = ${ending.state}::email_state, sent_at = ${ending.state === 'sent' ? ending.at : null},
      last_error = ${ending.state === 'sent' ? null : ending.reason},
      html = CASE WHEN merchant_id IS NULL THEN '' ELSE html END, text = CASE WHEN merchant_id IS NULL THEN '' ELSE text END
    WHERE id = ${id}::uuid AND state = 'pending'`
}

/** It is tried again: why it did not work this time. */
export async function noteTrouble(id: string, error: string): Promise<void> {
  await execute`UPDATE email_messages SET last_error = ${error} WHERE id = ${id}::uuid AND state = 'pending'`
}

type SummaryRow = Omit<EmailSummary, 'template'> & { template: string }

export async function listEmails(scope: MerchantScope, { state, cursor: after }: OutboxFilter): Promise<Omit<EmailPage, 'canSend'>> {
  const cursor = decodeCursor(after)
  const rows = await queryRows<SummaryRow>`
    SELECT id, state, template, "to", subject, created_at AS "createdAt", sent_at AS "sentAt" FROM email_messages
    WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode
      ${state ? Prisma.sql`AND state = ${state}::email_state` : Prisma.empty}
      ${cursor ? Prisma.sql`AND (created_at, id) < (${cursor.createdAt}, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY created_at DESC, id DESC LIMIT ${PAGE_SIZE + 1}`
  const emails = rows.slice(0, PAGE_SIZE).map(({ template, ...row }) => ({ ...row, template: template as EmailTemplate }))
  const last = emails.at(-1)
  return { emails, next: rows.length > PAGE_SIZE && last ? encodeCursor(last) : null }
}

export async function findEmail(scope: MerchantScope, id: string): Promise<Omit<EmailDetails, 'canSend'> | null> {
  const row = await prisma.emailMessage.findFirst({
    where: { id, merchantId: scope.merchantId, mode: scope.mode },
    select: {
      id: true, state: true, template: true, to: true, subject: true, createdAt: true, sentAt: true, html: true, text: true,
      attemptCount: true, lastError: true, orderId: true, linkId: true,
    },
  })
  return row && { ...row, template: row.template as EmailTemplate }
}

/** Puts a message that was kept or failed back into the queue. @returns the state that it was in; null when there is none */
export async function requeueEmail(scope: MerchantScope, id: string): Promise<EmailState | null> {
  return await inTransaction(async (sql) => {
    const [row] = await sql.queryRows<{ state: EmailState }>`
      SELECT state FROM email_messages WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode FOR UPDATE`
    if (row?.state === 'kept' || row?.state === 'failed') {
      await sql.execute`UPDATE email_messages SET state = 'pending', attempt_count = 0, last_error = NULL WHERE id = ${id}::uuid`
      await enqueue(sql, 'email', [{ messageId: id }])
    }
    return row?.state ?? null
  })
}
