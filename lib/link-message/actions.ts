'use server'

import { z } from 'zod'
import { sql } from '@/lib/database/sql'
import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { notFound, success, type Result } from '@/lib/platform/result'
import { cancelLinkMessage, rescheduleMessage, sendMessageNow } from './change-message'
import { findLinkMessages, findSendingWays } from './queries'
import { linkMessageIdSchema, linkOfMessagesSchema, rescheduleSchema, saveNotesSchema, sendLinkSchema, signsSchema } from './schema'
import { sendLink } from './send-link'
import { findSendable, listSigns, updateNotes } from './store'
import type { LinkMessageSign, LinkMessagesReport, SendingWays } from './views'

/** Read-only: what the form may offer. */
export async function findSendingWaysAction(input: unknown): Promise<Result<SendingWays>> {
  return await sellerAction(input, z.strictObject({}), async ({ scope }) => success(await findSendingWays(scope)))
}

/** Read-only: the messages on a link's page. */
export async function listLinkMessagesAction(input: unknown): Promise<Result<LinkMessagesReport>> {
  return await sellerAction(input, linkOfMessagesSchema, async ({ scope }, { linkId }) =>
    (await findSendable(scope, linkId)) ? success(await findLinkMessages(scope, linkId)) : notFound(),
  )
}

/** Read-only: the signs in the list of links. */
export async function listLinkMessageSignsAction(input: unknown): Promise<Result<LinkMessageSign[]>> {
  return await sellerAction(input, signsSchema, async ({ scope }, { linkIds }) => success(await listSigns(scope, linkIds)))
}

export async function sendLinkAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, sendLinkSchema, ({ scope, shop }, wish) => sendLink(scope, wish, { timeZone: shop.timeZone, at: now() }))
}

export async function rescheduleLinkMessageAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, rescheduleSchema, ({ scope, shop }, wish) => rescheduleMessage(scope, wish, { timeZone: shop.timeZone, at: now() }))
}

export async function sendLinkMessageNowAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, linkMessageIdSchema, ({ scope }, { id }) => sendMessageNow(scope, id, now()))
}

export async function cancelLinkMessageAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, linkMessageIdSchema, ({ scope }, { id }) => cancelLinkMessage(scope, id, now()))
}

/** A link's internal notes, as a whole. */
export async function saveLinkNotesAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, saveNotesSchema, async ({ scope }, { linkId, notes }) => ((await updateNotes(sql, scope, linkId, notes)) ? success(null) : notFound()))
}
