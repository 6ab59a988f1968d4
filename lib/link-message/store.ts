import 'server-only'
import { Prisma } from '@/lib/database/client'
import { execute, inTransaction, queryRows, violatedUnique, type Sql } from '@/lib/database/sql'
import { enqueue } from '@/lib/job/enqueue'
import { openAmountOf, type OpenAmountColumns } from '@/lib/link/open-amount'
import type { LinkFacts } from '@/lib/link/status'
import type { LinkDetails, SpecificCustomer } from '@/lib/link/views'
import { amountOf, requireCurrency } from '@/lib/money/money'
import type { Mode, MerchantScope } from '@/lib/shop/scope'
import type { Channel, InternalNote, LinkMessageState } from './schema'
import type { LinkMessageKind, LinkMessageSign, LinkMessageView } from './views'

export type NewLinkMessage = {
  id: string
  linkId: string
  channel: Channel
  to: string
  /** The seller's time; null: now. */
  at: Date | null
  createdAt: Date
}

/**
 * Writes wishes and the jobs that see to them, in the caller's transaction.
 * @returns false when one of the same link and channel is still waiting: the transaction can only be rolled back
 */
export async function insertLinkMessages(sql: Sql, scope: MerchantScope, messages: readonly NewLinkMessage[]): Promise<boolean> {
  try {
    for (const { id, linkId, channel, to, at, createdAt } of messages) {
      await sql.execute`
        INSERT INTO link_messages (id, merchant_id, mode, link_id, channel, kind, "to", scheduled_at, is_timed, created_at)
        VALUES (${id}::uuid, ${scope.merchantId}::uuid, ${scope.mode}::mode, ${linkId}::uuid, ${channel}, 'link', ${to}, ${at ?? createdAt}, ${at !== null}, ${createdAt})`
      await enqueue(sql, 'link-message', [{ messageId: id }], at ? { startAfter: at } : {})
    }
    return true
  } catch (error) {
    if (violatedUnique(error) !== 'link_messages_waiting') throw error
    return false
  }
}

export type DueMessage = {
  id: string
  merchantId: string
  mode: Mode
  linkId: string
  channel: Channel
  kind: LinkMessageKind
  to: string
  shop: { name: string; phone: string | null; locale: string; timeZone: string }
  link: LinkFacts & Pick<LinkDetails, 'slug' | 'title' | 'description' | 'amount' | 'currency' | 'items' | 'openAmount' | 'customer'>
}

type DueRow = Omit<DueMessage, 'shop' | 'link'> & DueMessage['shop'] & OpenAmountColumns & Omit<DueMessage['link'], 'openAmount' | 'amount' | 'currency'> & { amount: bigint; code: string }

/**
 * A message whose time has come, locked until the transaction ends; null when it is not (or no longer)
 * waiting, or was put off: the job of its new time comes. The clock of the database counts as well as
 * ours, since the job came by it.
 */
export async function lockDueMessage(sql: Sql, id: string, at: Date): Promise<DueMessage | null> {
  const [row] = await sql.queryRows<DueRow>`
    SELECT m.id, m.merchant_id AS "merchantId", m.mode, m.link_id AS "linkId", m.channel, m.kind, m."to",
      s.name, s.phone, s.locale, s.time_zone AS "timeZone", l.slug, l.title, l.description, l.amount, l.currency AS code, l.items, l.customer,
      l.minimum_amount AS "minimumAmount", l.maximum_amount AS "maximumAmount", l.preset_amount AS "presetAmount",
      l.state, l.starts_at AS "startsAt", l.expires_at AS "expiresAt", l.usage_limit AS "usageLimit", l.used_count AS "usedCount", l.held_count AS "heldCount"
    FROM link_messages m JOIN links l ON l.id = m.link_id JOIN merchants s ON s.id = m.merchant_id
    WHERE m.id = ${id}::uuid AND m.state = 'scheduled' AND m.scheduled_at <= greatest(${at}::timestamptz, now())
    FOR UPDATE OF m`
  if (!row) return null
  const { merchantId, mode, linkId, channel, kind, to, name, phone, locale, timeZone, amount, code, ...link } = row
  return {
    id, merchantId, mode, linkId, channel, kind, to,
    shop: { name, phone, locale, timeZone },
    link: { ...link, amount: amountOf(amount), currency: requireCurrency(code), openAmount: openAmountOf(link) },
  }
}

export type Ending = { state: Exclude<LinkMessageState, 'scheduled' | 'pending'>; reason: string | null }

/** Ends a message that this transaction has locked, or that its own job holds. */
export async function endMessage(sql: Sql, id: string, { state, reason }: Ending, at: Date): Promise<void> {
  await sql.execute`
    UPDATE link_messages SET state = ${state}::link_message_state, reason = ${reason}, ended_at = ${at}, began_at = NULL
    WHERE id = ${id}::uuid AND state IN ('scheduled', 'pending')`
}

/** Its letter is written: from now on that says how it goes on. */
export async function noteLetter(sql: Sql, id: string, emailId: string): Promise<void> {
  await sql.execute`UPDATE link_messages SET state = 'pending', email_id = ${emailId}::uuid WHERE id = ${id}::uuid AND state = 'scheduled'`
}

/** Its text is written, and the job that hands it over. */
export async function noteText(sql: Sql, id: string, text: string): Promise<void> {
  await sql.execute`UPDATE link_messages SET state = 'pending', text = ${text} WHERE id = ${id}::uuid AND state = 'scheduled'`
  await enqueue(sql, 'sms', [{ messageId: id }])
}

export type OutgoingSms = { merchantId: string; kind: LinkMessageKind; to: string; text: string; attemptCount: number; link: LinkFacts }

type SmsRow = Omit<OutgoingSms, 'link'> & LinkFacts

/** Marks that a text is being handed over, before it is; null when it is not waiting for that. */
export async function beginSms(id: string, at: Date): Promise<OutgoingSms | null> {
  const [row] = await queryRows<SmsRow>`
    UPDATE link_messages m SET began_at = ${at}, attempt_count = m.attempt_count + 1
    FROM links l
    WHERE m.id = ${id}::uuid AND l.id = m.link_id AND m.channel = 'sms' AND m.state = 'pending' AND m.began_at IS NULL
    RETURNING m.merchant_id AS "merchantId", m.kind, m."to", m.text, m.attempt_count AS "attemptCount",
      l.state, l.starts_at AS "startsAt", l.expires_at AS "expiresAt", l.usage_limit AS "usageLimit", l.used_count AS "usedCount", l.held_count AS "heldCount"`
  if (!row) return null
  const { merchantId, kind, to, text, attemptCount, ...link } = row
  return { merchantId, kind, to, text, attemptCount, link }
}

/** Since when a text has been handed over without an end; null when none is. */
export async function findBegunSms(id: string): Promise<Date | null> {
  const [row] = await queryRows<{ beganAt: Date | null }>`
    SELECT began_at AS "beganAt" FROM link_messages WHERE id = ${id}::uuid AND channel = 'sms' AND state = 'pending'`
  return row?.beganAt ?? null
}

/** It was not taken for certain, and is tried again: why. */
export async function releaseSms(id: string, reason: string): Promise<void> {
  await execute`UPDATE link_messages SET began_at = NULL, reason = ${reason} WHERE id = ${id}::uuid AND state = 'pending'`
}

type MessageRow = Omit<LinkMessageView, 'state' | 'endedAt'> & { state: LinkMessageState; endedAt: Date | null }

const SHOWN = 50

/**
 * What was sent or is to be sent of a link to its customer, the newest first. An e-mail that is written says itself
 * what became of it; the letter that the API writes with its link is one of them.
 */
export async function listLinkMessages(scope: MerchantScope, linkId: string): Promise<LinkMessageView[]> {
  const own = Prisma.sql`merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode`
  return await queryRows<MessageRow>`
    SELECT * FROM (
      SELECT m.id, m.channel, m.kind, m."to", coalesce(e.state::text, m.state::text) AS state, m.is_timed AS "isTimed", m.scheduled_at AS "scheduledAt",
        CASE WHEN e.id IS NULL THEN m.reason ELSE e.last_error END AS reason, m.text, m.email_id AS "emailId",
        coalesce(e.sent_at, m.ended_at) AS "endedAt", m.created_at AS "createdAt"
      FROM (SELECT * FROM link_messages WHERE link_id = ${linkId}::uuid AND ${own} ORDER BY created_at DESC, id DESC LIMIT ${SHOWN}) m
      LEFT JOIN email_messages e ON e.id = m.email_id
      UNION ALL
      SELECT id, 'email', 'link', "to", state::text, false, created_at, last_error, NULL, id, sent_at, created_at
      FROM email_messages WHERE dedupe_key = ${`linkCreated:${linkId}`} AND ${own}
    ) AS messages ORDER BY "createdAt" DESC, id DESC`
}

/** Of these links: what waits, and whether the newest message of a channel did not arrive. Links without either are left out. */
export async function listSigns(scope: MerchantScope, linkIds: readonly string[]): Promise<LinkMessageSign[]> {
  return await queryRows<LinkMessageSign>`
    SELECT link_id AS "linkId", min(scheduled_at) FILTER (WHERE state = 'scheduled' AND is_timed) AS "scheduledAt", bool_or(is_newest AND state = 'failed') AS "hasFailed"
    FROM (
      SELECT m.link_id, m.scheduled_at, m.is_timed, coalesce(e.state::text, m.state::text) AS state,
        row_number() OVER (PARTITION BY m.link_id, m.channel ORDER BY m.created_at DESC, m.id DESC) = 1 AS is_newest
      FROM link_messages m LEFT JOIN email_messages e ON e.id = m.email_id
      WHERE m.link_id = ANY(${linkIds}::uuid[]) AND m.merchant_id = ${scope.merchantId}::uuid AND m.mode = ${scope.mode}::mode
    ) AS messages
    GROUP BY link_id
    HAVING bool_or(state = 'scheduled' AND is_timed) OR bool_or(is_newest AND state = 'failed')`
}

export type Sendable = LinkFacts & { customer: SpecificCustomer | null }

export async function findSendable(scope: MerchantScope, linkId: string): Promise<Sendable | null> {
  const [row] = await queryRows<Sendable>`
    SELECT state, starts_at AS "startsAt", expires_at AS "expiresAt", usage_limit AS "usageLimit", used_count AS "usedCount", held_count AS "heldCount", customer
    FROM links WHERE id = ${linkId}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode`
  return row ?? null
}

/** A message, by its id, with when its link ends. */
export async function findMessage(scope: MerchantScope, id: string): Promise<{ state: LinkMessageState; linkId: string; expiresAt: Date | null } | null> {
  const [row] = await queryRows<{ state: LinkMessageState; linkId: string; expiresAt: Date | null }>`
    SELECT m.state, m.link_id AS "linkId", l.expires_at AS "expiresAt" FROM link_messages m JOIN links l ON l.id = m.link_id
    WHERE m.id = ${id}::uuid AND m.merchant_id = ${scope.merchantId}::uuid AND m.mode = ${scope.mode}::mode`
  return row ?? null
}

/** Gives a waiting message another time, null for now, with the job that comes then. @returns whether it was still waiting */
export async function moveMessage(scope: MerchantScope, id: string, { to, at }: { to: Date | null; at: Date }): Promise<boolean> {
  return await inTransaction(async (sql) => {
    const moved = await sql.execute`
      UPDATE link_messages SET scheduled_at = ${to ?? at}, is_timed = ${to !== null}
      WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND state = 'scheduled'`
    if (moved === 0) return false
    await enqueue(sql, 'link-message', [{ messageId: id }], to ? { startAfter: to } : {})
    return true
  })
}

/** @returns whether it was still waiting */
export async function cancelMessage(scope: MerchantScope, id: string, at: Date): Promise<boolean> {
  const cancelled = await execute`
    UPDATE link_messages SET state = 'cancelled', ended_at = ${at}
    WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND state = 'scheduled'`
  return cancelled > 0
}

/** In the transaction that makes the link, or by themselves. @returns whether there is such a link */
export async function updateNotes(sql: Sql, scope: MerchantScope, linkId: string, notes: readonly InternalNote[]): Promise<boolean> {
  const kept = notes.length === 0 ? null : JSON.stringify(notes)
  const updated = await sql.execute`
    UPDATE links SET internal_notes = ${kept}::jsonb WHERE id = ${linkId}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode`
  return updated > 0
}
